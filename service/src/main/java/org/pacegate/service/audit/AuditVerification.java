package org.pacegate.service.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.shared.InClinic;

/** Verifies the audit when an administrator asks. The chain is one for all clinics (R9.5). */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class AuditVerification {

  @Inject private ChainCheck check;
  @Inject private AuditTrail audit;

  public AuditVerdict verify() {
    AuditVerdict verdict = check.verify();
    audit.record(
        AuditAction.READ,
        "AuditEvent",
        null,
        null,
        "verified " + verdict.firstBreak().map(found -> found.kind().name()).orElse("whole"));
    return verdict;
  }
}
