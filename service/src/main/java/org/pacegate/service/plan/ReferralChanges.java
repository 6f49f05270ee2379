package org.pacegate.service.plan;

import java.util.HashMap;
import java.util.Map;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.service.audit.AuditTrail;

/**
 * What a command does to referrals besides its own step: some end with it, some are asked again.
 * The audit names each.
 */
public final class ReferralChanges {

  private final CourseOfCare course;
  private final Map<Long, ReferralState> before = new HashMap<>();

  private ReferralChanges(CourseOfCare course) {
    this.course = course;
    course.referring().referrals().forEach(each -> before.put(each.id(), each.state()));
  }

  /** Begins to look, before the command does anything. */
  public static ReferralChanges of(CourseOfCare course) {
    return new ReferralChanges(course);
  }

  /** Records what was done since; to be called when the command is through. */
  public void record(AuditTrail audit) {
    course.referring().referrals().stream()
        .filter(each -> before.get(each.id()) != each.state())
        .forEach(each -> record(each, audit));
  }

  private void record(Referral changed, AuditTrail audit) {
    audit.record(
        before.containsKey(changed.id()) ? AuditAction.CHANGE : AuditAction.CREATE,
        "ServiceRequest",
        changed.id(),
        course.episode().patientId(),
        changed.state() + " " + changed.urgency() + " " + changed.request().target());
  }
}
