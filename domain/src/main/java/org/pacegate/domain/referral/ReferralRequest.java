package org.pacegate.domain.referral;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningFlag;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * What is asked of somebody outside.
 *
 * @param screeningId the screening whose rule asks for it, or null
 * @param target code of who is asked, for example {@code ED_SPINAL}
 * @param reason key of the web's words, or a person's own
 * @param dueAt until when the runner must have been seen, or null
 */
public record ReferralRequest(
    long episodeId,
    Long screeningId,
    Urgency urgency,
    String target,
    String reason,
    Instant dueAt) {

  private static final String RULE = "rule.";

  public ReferralRequest {
    if (urgency == null) {
      throw new InvalidValue("urgency", "missing");
    }
    target = Words.required("target", target, 100);
    reason = Words.required("reason", reason, 4_000);
  }

  /** What the most urgent fired rule of a screening asks for (R5.1). */
  public static ReferralRequest of(Screening screening, FiredRule fired) {
    return new ReferralRequest(
        screening.episodeId(),
        screening.id(),
        fired.urgency(),
        fired.target().name(),
        RULE + fired.ruleId(),
        screening.flag(fired.ruleId()).flatMap(ScreeningFlag::seenBy).orElse(null));
  }

  /** What a flag asked for whose clearance fell; the time to be seen begins anew. */
  public static ReferralRequest again(ScreeningFlag flag, Instant now) {
    return new ReferralRequest(
        flag.screening().episodeId(),
        flag.screening().id(),
        flag.urgency(),
        flag.target(),
        RULE + flag.ruleId(),
        flag.seenBy()
            .map(by -> now.plus(Duration.between(flag.screening().performedAt(), by)))
            .orElse(null));
  }

  /** What a clinician asks in their own words (R5.5). */
  public static ReferralRequest byHand(
      long episodeId, Urgency urgency, Target target, String reason, Instant dueAt) {
    return new ReferralRequest(
        episodeId, null, urgency, target == null ? null : target.name(), reason, dueAt);
  }

  /**
   * The same question for the same cause, to somebody else or more urgently (R5.15).
   *
   * @param seenBy until when somebody so urgent must have been seen, or null; an earlier time stays
   */
  public ReferralRequest redirectedTo(Target other, Urgency now, Instant seenBy) {
    Instant due =
        Stream.of(dueAt, seenBy)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder())
            .orElse(null);
    return new ReferralRequest(
        episodeId, screeningId, now, other == null ? null : other.name(), reason, due);
  }

  /** Whether a standing flag of this screening asks for it: one of the rule that drafted it. */
  public boolean isAskedForBy(Screening screening) {
    return screening.flags().stream()
        .filter(ScreeningFlag::standsAgainstTreatment)
        .anyMatch(flag -> reason.equals(RULE + flag.ruleId()));
  }

  /** Whether it asks the same of the same: only one such may be open (R5.6). */
  public boolean isSameAs(ReferralRequest other) {
    return episodeId == other.episodeId
        && target.equals(other.target)
        && reason.equals(other.reason);
  }
}
