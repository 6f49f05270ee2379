package org.pacegate.service.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pacegate.domain.referral.DeliveryState;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralDelivery;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.domain.referral.ReferralStep;
import org.pacegate.domain.referral.ReferralTransition;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/**
 * What came of a form before. A key names one form as it was sent: with other content it is another
 * form, and refused as {@code submission.keyUsed} (R5.20).
 */
@ApplicationScoped
class SentForms {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /** The referral that this form drafted, if it did. */
  Optional<Referral> drafted(UUID key, ReferralRequest asked) {
    Optional<ReferralTransition> before = steps(key).stream().findFirst();
    before.ifPresent(
        step -> {
          ReferralRequest then = step.referral().request();
          expectSame(
              step.action() == ReferralAction.DRAFT
                  && then.isSameAs(asked)
                  && then.urgency() == asked.urgency(),
              step.referral());
        });
    return before.map(ReferralTransition::referral);
  }

  /**
   * Whether this form took its step.
   *
   * @param sameBesides whether what else it says is what the referral says
   */
  boolean isTaken(
      UUID key, Referral referral, ReferralAction action, String reason, boolean sameBesides) {
    List<ReferralTransition> before = steps(key);
    before.forEach(
        step ->
            expectSame(
                sameBesides
                    && step.referral() == referral
                    && step.action() == action
                    && isSaid(reason, step.reason()),
                referral));
    return !before.isEmpty();
  }

  /** Whether this form recorded its step to the recipient. */
  boolean isDelivered(UUID key, Referral referral, DeliveryState to, String reason) {
    List<ReferralDelivery> before =
        em.createQuery(
                "select d from ReferralDelivery d where d.submissionKey = :key",
                ReferralDelivery.class)
            .setParameter("key", key)
            .getResultList();
    before.forEach(
        step ->
            expectSame(
                step.referral() == referral && step.to() == to && isSaid(reason, step.reason()),
                referral));
    return !before.isEmpty();
  }

  private List<ReferralTransition> steps(UUID key) {
    return em.createQuery(
            "select t from ReferralTransition t where t.submissionKey = :key",
            ReferralTransition.class)
        .setParameter("key", key)
        .getResultList();
  }

  private static boolean isSaid(String typed, String kept) {
    return Objects.equals(Words.optional("reason", typed, ReferralStep.LONGEST_REASON), kept);
  }

  private static void expectSame(boolean same, Referral referral) {
    if (!same) {
      throw new DomainRefusal("submission.keyUsed", "referral " + referral.id());
    }
  }
}
