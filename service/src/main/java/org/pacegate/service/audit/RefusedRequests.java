package org.pacegate.service.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.shared.InClinic;

/**
 * Writes down that somebody who is signed in was refused a page or a record (R9.11). A call of its
 * own, after the refused one: that one's transaction is rolled back, with every event in it.
 */
@Stateless
@InClinic
public class RefusedRequests {

  @Inject private AuditTrail audit;

  /**
   * The caller had no right to it.
   *
   * @param asked what was asked for, without words that somebody typed
   */
  @PermitAll
  public void forbidden(String asked) {
    audit.record(AuditAction.REFUSE, "Request", null, null, "forbidden " + asked);
  }

  /** The clinic has no such record: a slip, an old link, or a try of another clinic's. */
  @PermitAll
  public void missing(String asked) {
    audit.record(AuditAction.REFUSE, "Request", null, null, "missing " + asked);
  }
}
