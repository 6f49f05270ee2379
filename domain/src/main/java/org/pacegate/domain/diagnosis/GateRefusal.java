package org.pacegate.domain.diagnosis;

import static org.pacegate.domain.clinic.Role.ADMIN;
import static org.pacegate.domain.clinic.Role.PHYSICIAN;
import static org.pacegate.domain.clinic.Role.STAFF;
import static org.pacegate.domain.clinic.Role.THERAPIST;

import java.util.Set;
import org.pacegate.domain.clinic.Role;

/**
 * Why the gate is shut, by the condition of docs/clinical-basis.md 5.2 it fails, and who can
 * resolve it. Condition 0 is the episode itself.
 */
public enum GateRefusal {
  EPISODE_OVER(0, STAFF),
  EPISODE_LOCKED(0, PHYSICIAN),
  /** A red flag is about the runner, not about the complaint it was found in. */
  DANGER_IN_OTHER_EPISODE(0, PHYSICIAN),
  /** An answer at U0 or U1 was typed into an intake that nobody has finished (R1.95). */
  DANGER_IN_INTAKE(0, STAFF, PHYSICIAN),
  NO_DIAGNOSIS(1, PHYSICIAN),
  DIAGNOSIS_PROVISIONAL(1, PHYSICIAN),
  DIAGNOSIS_REPLACED(1, THERAPIST),
  DIAGNOSIS_REFUTED(1, PHYSICIAN),
  DIAGNOSIS_ENTERED_IN_ERROR(1, PHYSICIAN),
  SIGNER_WITHOUT_LICENCE(2, PHYSICIAN, ADMIN),
  /** What the policy lets it carry is over (R6.24). */
  DIAGNOSIS_LIMIT_ENDED(2, PHYSICIAN),
  OTHER_EPISODE(3, PHYSICIAN),
  OTHER_REGION(3, PHYSICIAN),
  DIAGNOSED_AFTER_START(3, THERAPIST),
  NO_SCREENING(4, STAFF),
  SCREENING_INCOMPLETE(4, STAFF),
  SCREENING_FLAG_OPEN(4, PHYSICIAN),
  SCREENING_EXPIRED(4, STAFF),
  SCREENING_BEFORE_ONSET(4, STAFF),
  URGENT_REFERRAL_OPEN(5, PHYSICIAN),
  IMPACT_FORBIDDEN(6, THERAPIST),
  COMPLETE_REST_ONLY_FOR_BONE_STRESS(6, THERAPIST),
  AUTHOR_MAY_NOT_TREAT(7, THERAPIST, PHYSICIAN);

  private final int condition;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Role> resolvers;

  GateRefusal(int condition, Role... resolvers) {
    this.condition = condition;
    this.resolvers = Set.of(resolvers);
  }

  /** Number of the condition in docs/clinical-basis.md 5.2. */
  public int condition() {
    return condition;
  }

  /** Roles that can resolve it. */
  public Set<Role> resolvers() {
    return resolvers;
  }
}
