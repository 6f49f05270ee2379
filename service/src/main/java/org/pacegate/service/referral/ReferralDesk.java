package org.pacegate.service.referral;

import java.util.List;
import java.util.Set;
import org.pacegate.domain.referral.DeliveryState;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;

/**
 * One referral with everything about it.
 *
 * @param steps the first one first
 * @param deliveries the first one first
 * @param offered what whoever looks may do now
 * @param deliverable how its delivery may go on
 * @param recipients to whom it may go, who is asked first at the top; once it went, whom it went to
 */
public record ReferralDesk(
    PatientHeader header,
    EpisodeSummary episode,
    ReferralView referral,
    List<ReferralLine> steps,
    List<DeliveryLine> deliveries,
    Set<ReferralAction> offered,
    Set<DeliveryState> deliverable,
    List<RecipientView> recipients) {

  public ReferralDesk {
    steps = List.copyOf(steps);
    deliveries = List.copyOf(deliveries);
    offered = Set.copyOf(offered);
    deliverable = Set.copyOf(deliverable);
    recipients = List.copyOf(recipients);
  }
}
