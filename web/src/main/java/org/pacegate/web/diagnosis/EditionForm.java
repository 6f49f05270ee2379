package org.pacegate.web.diagnosis;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import org.omnifaces.util.Faces;
import org.pacegate.domain.diagnosis.EditionState;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.diagnosis.ActivateEdition;
import org.pacegate.service.diagnosis.ChangeEdition;
import org.pacegate.service.diagnosis.EditionLine;
import org.pacegate.service.diagnosis.Editions;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** The edition that the address names: given its first day, or taken back (R6.48). */
@Named
@ViewScoped
public class EditionForm implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String FEATURE = "diagnosis";

  @Inject private EditionsPage page;
  @Inject private transient Editions editions;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;

  private long id;
  private Long version;
  private LocalDate validFrom;

  /** The one that can still be changed, or null. */
  public EditionLine getLine() {
    return page.getLines().stream()
        .filter(each -> each.open() && each.editionId() == id)
        .findFirst()
        .orElse(null);
  }

  public boolean isDraft() {
    return getLine().state() == EditionState.DRAFT;
  }

  public void activate() {
    act(() -> editions.activate(new ActivateEdition(id, seen(), validFrom)), "edition.activated");
  }

  public void withdraw() {
    act(() -> editions.withdraw(new ChangeEdition(id, seen())), "edition.withdrawn");
  }

  private void act(Runnable verb, String news) {
    try {
      verb.run();
      refusals.news(words.say(FEATURE, news));
      Faces.redirect(Faces.getRequestContextPath() + "/clinic/codes.xhtml");
    } catch (DomainRefusal refused) {
      refusals.show(FEATURE, refused);
    }
  }

  /** A form without its version was not filled in on this page; no record has the version -1. */
  private long seen() {
    return version == null ? -1 : version;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }

  public Long getVersion() {
    return version == null && getLine() != null ? Long.valueOf(getLine().version()) : version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }
}
