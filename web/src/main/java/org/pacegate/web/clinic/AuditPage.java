package org.pacegate.web.clinic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pacegate.service.audit.AuditBreak;
import org.pacegate.service.audit.AuditLine;
import org.pacegate.service.audit.AuditLog;
import org.pacegate.service.audit.AuditVerdict;
import org.pacegate.service.audit.AuditVerification;
import org.pacegate.web.shared.AddressNumber;

/** Who did what in the clinic, and whether it is still as it was written. */
@Named
@RequestScoped
public class AuditPage {

  @Inject private AuditLog log;
  @Inject private AuditVerification verification;

  private AuditVerdict verdict;
  private List<AuditLine> events;

  public void verify() {
    verdict = verification.verify();
  }

  /** The events below the one that the page before ended with. */
  public List<AuditLine> getEvents() {
    if (events == null) {
      long from = AddressNumber.id("below");
      Long below = from == 0 ? null : from;
      events = getPatient() == 0 ? log.page(below) : log.pageOfPatient(getPatient(), below);
    }
    return events;
  }

  /** Whose record the events are about; 0 for everything in the clinic. */
  public long getPatient() {
    return AddressNumber.id("patient");
  }

  /** Where the next page begins; none on the last one. */
  public Long getBelow() {
    return getEvents().isEmpty() ? null : getEvents().get(getEvents().size() - 1).id();
  }

  public AuditVerdict getVerdict() {
    return verdict;
  }

  /** What is broken, or null. */
  public AuditBreak getFirstBreak() {
    return verdict == null ? null : verdict.firstBreak().orElse(null);
  }
}
