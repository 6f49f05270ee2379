package org.pacegate.web.referral;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.referral.ReferralView;

/** Whom a referral is redirected to and how urgent it is then; as it was until somebody chooses. */
public class Redirection implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ArrayList<Urgency> urgencies = new ArrayList<>();
  private Urgency urgency;
  private Target target;

  /** What stands now, unless something was chosen. */
  void from(ReferralView now) {
    urgencies.clear();
    Arrays.stream(Urgency.values())
        .filter(each -> each.isAtLeast(now.urgency()))
        .forEach(urgencies::add);
    urgency = urgency == null ? now.urgency() : urgency;
    target =
        target == null
            ? Arrays.stream(Target.values())
                .filter(each -> each.name().equals(now.target()))
                .findFirst()
                .orElse(null)
            : target;
  }

  /** As urgent as now, or more. */
  public List<Urgency> getUrgencies() {
    return List.copyOf(urgencies);
  }

  public List<Target> getTargets() {
    return List.of(Target.values());
  }

  public Urgency getUrgency() {
    return urgency;
  }

  public void setUrgency(Urgency urgency) {
    this.urgency = urgency;
  }

  public Target getTarget() {
    return target;
  }

  public void setTarget(Target target) {
    this.target = target;
  }
}
