package org.pacegate.service.worklist;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.Role;

/** The step somebody waits for, and who can take it. */
public enum Waiting {
  /** An unfinished intake holds a dangerous answer. */
  FINISH_INTAKE(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN),
  /** A runner sent an intake that nobody has taken in. */
  TAKE_IN(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN),
  ACKNOWLEDGE(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN),
  DECIDE_FLAG(Role.PHYSICIAN),
  TRANSFER(Role.PHYSICIAN),
  /** Also whoever else a signed policy admits: {@link #forCaller}. */
  DIAGNOSE(Role.PHYSICIAN),
  /** What was behind the diagnosis lapsed: its licence, its policy, or the days that it carried. */
  SIGN_ANEW(Role.PHYSICIAN),
  /** Somebody doubts a diagnosis that stands. */
  REVIEW_DIAGNOSIS(Role.PHYSICIAN),
  REVIEW_PLAN(Role.THERAPIST, Role.PHYSICIAN),
  START_PLAN(Role.THERAPIST, Role.PHYSICIAN),
  RESUME_PLAN(Role.THERAPIST, Role.PHYSICIAN),
  RESCREEN(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN),
  /** An emergency left no time for the consent, or for asking who it is. */
  COMPLETE_RECORD(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN);

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Role> takers;

  Waiting(Role... takers) {
    this.takers = Set.of(takers);
  }

  /** The steps that only a physician takes. */
  static Set<Waiting> forPhysicians() {
    return Arrays.stream(values())
        .filter(step -> step.takers.equals(Set.of(Role.PHYSICIAN)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Waiting> forRoles(Collection<Role> roles) {
    return Arrays.stream(values())
        .filter(step -> step.takers.stream().anyMatch(roles::contains))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The steps that somebody with these roles can take.
   *
   * @param diagnoses whether they hold a licence to diagnose with
   */
  static Set<Waiting> forCaller(Collection<Role> roles, boolean diagnoses) {
    Set<Waiting> steps = EnumSet.noneOf(Waiting.class);
    steps.addAll(forRoles(roles));
    if (diagnoses) {
      steps.add(DIAGNOSE);
    }
    return steps;
  }

  /**
   * Whose dangers somebody with these roles has before them: whoever can take a danger over sees
   * the desk's; a physician also what went on to physicians and, since an administrator sees no
   * record, what went on from there.
   */
  static Set<Role> ownersBefore(Collection<Role> roles) {
    return roles.contains(Role.PHYSICIAN)
        ? Set.of(Role.STAFF, Role.PHYSICIAN, Role.ADMIN)
        : Set.of(Role.STAFF);
  }
}
