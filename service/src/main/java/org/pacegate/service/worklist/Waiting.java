package org.pacegate.service.worklist;

import java.util.Arrays;
import java.util.Collection;
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
  DIAGNOSE(Role.PHYSICIAN),
  /** The licence behind the diagnosis turned out to have lapsed. */
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

  /** The steps that somebody with these roles can take. */
  public static Set<Waiting> forRoles(Collection<Role> roles) {
    return Arrays.stream(values())
        .filter(step -> step.takers.stream().anyMatch(roles::contains))
        .collect(Collectors.toUnmodifiableSet());
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
