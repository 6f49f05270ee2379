package org.pacegate.web.clinic;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.clinic.LicenceLine;
import org.pacegate.service.clinic.Licences;
import org.pacegate.service.clinic.RecordLapse;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.Refusals;

/** A licence turned out to have lapsed. */
@Named
@RequestScoped
public class LapsePage {

  @Inject private Licences licences;
  @Inject private Refusals refusals;

  private long licence;
  private Long version;
  private LocalDate lapsedOn;
  private String lapseReason;
  private LicenceLine line;

  /** The record travels with every request, so that the page is built before it is asked. */
  @PostConstruct
  void readRecord() {
    licence = AddressNumber.id("licence");
  }

  /** Reads the record before anything is drawn. */
  public void load() {
    getLine();
  }

  public void lapse() {
    try {
      licences.lapse(new RecordLapse(licence, seen(), lapsedOn, lapseReason));
      refusals.newsThere(
          "clinic", "lapse.saved", Faces.getRequestContextPath() + "/clinic/licences.xhtml");
    } catch (DomainRefusal refused) {
      refusals.show("clinic", refused);
      line = null;
    }
  }

  /** A form without its version was not filled in on this page; no record has the version -1. */
  private long seen() {
    return version == null ? -1 : version;
  }

  public LicenceLine getLine() {
    if (line == null) {
      line = licences.one(licence);
    }
    return line;
  }

  public long getLicence() {
    return licence;
  }

  public void setLicence(long licence) {
    this.licence = licence;
  }

  public long getVersion() {
    return version == null ? getLine().version() : version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public LocalDate getLapsedOn() {
    return lapsedOn;
  }

  public void setLapsedOn(LocalDate lapsedOn) {
    this.lapsedOn = lapsedOn;
  }

  public String getLapseReason() {
    return lapseReason;
  }

  public void setLapseReason(String lapseReason) {
    this.lapseReason = lapseReason;
  }
}
