package org.pacegate.gate;

import static org.pacegate.domain.diagnosis.GateRefusal.COMPLETE_REST_ONLY_FOR_BONE_STRESS;
import static org.pacegate.domain.diagnosis.GateRefusal.DANGER_IN_OTHER_EPISODE;
import static org.pacegate.domain.diagnosis.GateRefusal.DIAGNOSED_AFTER_START;
import static org.pacegate.domain.diagnosis.GateRefusal.DIAGNOSIS_ENTERED_IN_ERROR;
import static org.pacegate.domain.diagnosis.GateRefusal.DIAGNOSIS_PROVISIONAL;
import static org.pacegate.domain.diagnosis.GateRefusal.DIAGNOSIS_REFUTED;
import static org.pacegate.domain.diagnosis.GateRefusal.EPISODE_LOCKED;
import static org.pacegate.domain.diagnosis.GateRefusal.EPISODE_OVER;
import static org.pacegate.domain.diagnosis.GateRefusal.IMPACT_FORBIDDEN;
import static org.pacegate.domain.diagnosis.GateRefusal.OTHER_REGION;
import static org.pacegate.domain.diagnosis.GateRefusal.SCREENING_EXPIRED;
import static org.pacegate.domain.diagnosis.GateRefusal.SCREENING_FLAG_OPEN;
import static org.pacegate.domain.diagnosis.GateRefusal.SCREENING_INCOMPLETE;
import static org.pacegate.domain.diagnosis.GateRefusal.SIGNER_WITHOUT_LICENCE;
import static org.pacegate.domain.diagnosis.GateRefusal.URGENT_REFERRAL_OPEN;

import java.util.EnumSet;
import java.util.Set;
import org.pacegate.domain.diagnosis.GateRefusal;

/** How an episode stands when somebody wants to treat; what the gate and the database answer. */
public enum Situation {
  VALID("none"),
  NO_DIAGNOSIS("foreign key", GateRefusal.NO_DIAGNOSIS),
  PROVISIONAL("plan_diagnosis_confirmed", DIAGNOSIS_PROVISIONAL),
  REFUTED("plan_diagnosis_confirmed,plan_diagnosis_active", DIAGNOSIS_REFUTED),
  ENTERED_IN_ERROR("plan_diagnosis_confirmed,plan_diagnosis_active", DIAGNOSIS_ENTERED_IN_ERROR),
  DIAGNOSIS_OF_ANOTHER_EPISODE("plan_diagnosis_same_episode", GateRefusal.NO_DIAGNOSIS),
  DIAGNOSIS_OF_ANOTHER_REGION("plan_diagnosis_same_site", OTHER_REGION),
  LICENCE_LAPSED("plan_signer_licensed", SIGNER_WITHOUT_LICENCE),
  START_BEFORE_DIAGNOSIS("plan_diagnosis_before_plan", DIAGNOSED_AFTER_START),
  SCREENING_TOO_OLD("plan_screening_in_date", SCREENING_EXPIRED),
  SCREENING_WITH_GAPS("plan_screening_complete", SCREENING_INCOMPLETE),
  FLAG_NOT_CLEARED("plan_screening_cleared,plan_no_standing_flag", SCREENING_FLAG_OPEN),
  REFERRED_NOW(
      "plan_no_urgent_referral", EPISODE_LOCKED, SCREENING_FLAG_OPEN, URGENT_REFERRAL_OPEN),
  REFERRED_TODAY(
      "plan_no_urgent_referral", EPISODE_LOCKED, SCREENING_FLAG_OPEN, URGENT_REFERRAL_OPEN),
  DANGER_ELSEWHERE("plan_no_danger_elsewhere", DANGER_IN_OTHER_EPISODE),
  DANGER_IN_INTAKE("plan_no_danger_in_intake", GateRefusal.DANGER_IN_INTAKE),
  IMPACT_ON_BONE_STRESS("plan_no_impact_on_bone_stress", IMPACT_FORBIDDEN),
  COMPLETE_REST_WITHOUT_BONE_STRESS(
      "plan_rest_suits_diagnosis", COMPLETE_REST_ONLY_FOR_BONE_STRESS),
  DISCHARGED("plan_episode_goes_on", EPISODE_OVER),
  SEVERAL_REASONS(
      "plan_diagnosis_confirmed,plan_screening_complete,plan_screening_in_date",
      DIAGNOSIS_PROVISIONAL,
      SCREENING_INCOMPLETE,
      SCREENING_EXPIRED);

  private final String rules;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<GateRefusal> refusals;

  Situation(String rules, GateRefusal... refusals) {
    this.rules = rules;
    this.refusals = Set.of(refusals);
  }

  /** Every reason that the gate gives, and no other. */
  public Set<GateRefusal> refusals() {
    return refusals.isEmpty() ? Set.of() : EnumSet.copyOf(refusals);
  }

  /** Rules that the database names. */
  public String[] rules() {
    return rules.split(",", -1);
  }

  public boolean isDiagnosed() {
    return this != NO_DIAGNOSIS && this != DIAGNOSIS_OF_ANOTHER_EPISODE;
  }

  public boolean isProvisional() {
    return this == PROVISIONAL || this == SEVERAL_REASONS;
  }

  /** Days since the screening, which counts for fourteen. */
  public int screenedDaysAgo() {
    return this == SCREENING_TOO_OLD || this == SEVERAL_REASONS ? 40 : 6;
  }

  /** Days between today and the plan's first day, backwards. */
  public int startsDaysAgo() {
    return this == START_BEFORE_DIAGNOSIS ? 20 : 0;
  }

  public boolean asksForCompleteRest() {
    return this == COMPLETE_REST_WITHOUT_BONE_STRESS;
  }
}
