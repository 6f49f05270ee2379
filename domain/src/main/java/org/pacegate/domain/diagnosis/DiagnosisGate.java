package org.pacegate.domain.diagnosis;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.clinic.SignedPolicy;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.shared.Attribution;

/**
 * The question that every door to a plan asks: may treatment start or go on? The answer is a {@link
 * GateDecision} with all failing conditions (R6.4), never only the first.
 */
public final class DiagnosisGate {

  private DiagnosisGate() {}

  /** Decides on the facts as they stand at {@code asked}. */
  public static GateDecision decide(GateFacts facts, PlanIntent intent, Attribution asked) {
    Set<GateRefusal> refusals = EnumSet.noneOf(GateRefusal.class);
    episode(facts, refusals);
    Optional<Diagnosis> diagnosis = facts.diagnosis();
    diagnosis.ifPresentOrElse(
        found -> diagnosis(found, facts, intent, asked, refusals),
        () -> refusals.add(GateRefusal.NO_DIAGNOSIS));
    Optional<Screening> screening = facts.latestScreening();
    screening.ifPresentOrElse(
        found -> screening(found, facts, asked.day(), refusals),
        () -> refusals.add(GateRefusal.NO_SCREENING));
    if (facts.referrals().stream().anyMatch(Referral::keepsGateShut)) {
      refusals.add(GateRefusal.URGENT_REFERRAL_OPEN);
    }
    if (!facts.authorRoles().contains(Role.THERAPIST)
        && !facts.authorRoles().contains(Role.PHYSICIAN)) {
      refusals.add(GateRefusal.AUTHOR_MAY_NOT_TREAT);
    }
    return new GateDecision(facts, intent, refusals, asked);
  }

  private static void episode(GateFacts facts, Set<GateRefusal> refusals) {
    if (facts.episode().state().isOver()) {
      refusals.add(GateRefusal.EPISODE_OVER);
    }
    if (facts.episode().isLocked()) {
      refusals.add(GateRefusal.EPISODE_LOCKED);
    }
    if (!facts.dangers().isEmpty()) {
      refusals.add(GateRefusal.DANGER_IN_OTHER_EPISODE);
    }
    if (facts.dangerInIntake()) {
      refusals.add(GateRefusal.DANGER_IN_INTAKE);
    }
  }

  private static void diagnosis(
      Diagnosis found,
      GateFacts facts,
      PlanIntent intent,
      Attribution asked,
      Set<GateRefusal> refusals) {
    standing(found, facts).ifPresent(refusals::add);
    if (!signerHadAuthority(found, facts)) {
      refusals.add(GateRefusal.SIGNER_WITHOUT_LICENCE);
    }
    if (!found.carriesOn(later(asked.day(), intent.startsOn()))) {
      refusals.add(GateRefusal.DIAGNOSIS_LIMIT_ENDED);
    }
    if (found.episodeId() != facts.episode().id()) {
      refusals.add(GateRefusal.OTHER_EPISODE);
    }
    if (found.bodySite() != facts.episode().injury().bodySite()) {
      refusals.add(GateRefusal.OTHER_REGION);
    }
    if (!found.recordedAt().isBefore(asked.at()) || found.recordedOn().isAfter(intent.startsOn())) {
      refusals.add(GateRefusal.DIAGNOSED_AFTER_START);
    }
    if (found.code().boneStress() && intent.impact()) {
      refusals.add(GateRefusal.IMPACT_FORBIDDEN);
    }
    if (!found.code().boneStress() && intent.completeRest()) {
      refusals.add(GateRefusal.COMPLETE_REST_ONLY_FOR_BONE_STRESS);
    }
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static Optional<GateRefusal> standing(Diagnosis found, GateFacts facts) {
    return switch (found.verificationStatus()) {
      case PROVISIONAL ->
          provisionalCarries(found, facts)
              ? replaced(found)
              : Optional.of(GateRefusal.DIAGNOSIS_PROVISIONAL);
      case REFUTED -> Optional.of(GateRefusal.DIAGNOSIS_REFUTED);
      case ENTERED_IN_ERROR -> Optional.of(GateRefusal.DIAGNOSIS_ENTERED_IN_ERROR);
      case CONFIRMED -> replaced(found);
    };
  }

  private static Optional<GateRefusal> replaced(Diagnosis found) {
    return found.isActive() ? Optional.empty() : Optional.of(GateRefusal.DIAGNOSIS_REPLACED);
  }

  private static boolean provisionalCarries(Diagnosis found, GateFacts facts) {
    Licence licence = facts.licences().get(found.licenceId());
    return licence != null
        && facts.policy().terms(licence, found.recordedOn()).provisionalDays() > 0;
  }

  /** By the policy in force on the day of the signature; a later one changes nothing (R6.20). */
  private static boolean signerHadAuthority(Diagnosis found, GateFacts facts) {
    Licence licence = facts.licences().get(found.licenceId());
    return facts.policy().authorises(licence, found.recordedBy(), found.recordedOn())
        && (!found.restsOnPolicy() || Objects.equals(found.policyId(), inForce(found, facts)));
  }

  private static Long inForce(Diagnosis found, GateFacts facts) {
    String jurisdiction = facts.licences().get(found.licenceId()).jurisdiction();
    return facts
        .policy()
        .inForce(jurisdiction, found.recordedOn())
        .map(SignedPolicy::id)
        .orElse(null);
  }

  private static void screening(
      Screening found, GateFacts facts, LocalDate day, Set<GateRefusal> refusals) {
    if (found.status() == ScreeningStatus.INCOMPLETE) {
      refusals.add(GateRefusal.SCREENING_INCOMPLETE);
    }
    // A later screening without the dangerous answer does not clear the flag: a professional does.
    if (facts.screenings().stream().anyMatch(Screening::hasStandingFlag)) {
      refusals.add(GateRefusal.SCREENING_FLAG_OPEN);
    }
    if (day.isAfter(found.validUntil())) {
      refusals.add(GateRefusal.SCREENING_EXPIRED);
    }
    if (found.performedOn().isBefore(facts.episode().injury().onsetDate())) {
      refusals.add(GateRefusal.SCREENING_BEFORE_ONSET);
    }
  }
}
