package org.pacegate.domain.injury;

import java.util.Map;
import java.util.Set;

/** Where one course of care stands (docs/clinical-basis.md 5.3). */
public enum EpisodeState {
  INTAKE,
  SCREENED,
  AWAITING_DIAGNOSIS,
  DIAGNOSED,
  PLAN_ACTIVE,
  ON_HOLD,
  DISCHARGED,
  TRANSFERRED,
  CLOSED_LOST,
  LOCKED_RED_FLAG;

  private static final Map<EpisodeState, Set<EpisodeState>> NEXT =
      Map.of(
          INTAKE, Set.of(SCREENED, LOCKED_RED_FLAG, CLOSED_LOST, TRANSFERRED),
          SCREENED, Set.of(AWAITING_DIAGNOSIS, LOCKED_RED_FLAG, CLOSED_LOST, TRANSFERRED),
          AWAITING_DIAGNOSIS, Set.of(DIAGNOSED, LOCKED_RED_FLAG, CLOSED_LOST, TRANSFERRED),
          DIAGNOSED,
              Set.of(
                  PLAN_ACTIVE,
                  AWAITING_DIAGNOSIS,
                  LOCKED_RED_FLAG,
                  DISCHARGED,
                  CLOSED_LOST,
                  TRANSFERRED),
          PLAN_ACTIVE,
              Set.of(
                  ON_HOLD,
                  DIAGNOSED,
                  AWAITING_DIAGNOSIS,
                  LOCKED_RED_FLAG,
                  DISCHARGED,
                  CLOSED_LOST,
                  TRANSFERRED),
          ON_HOLD,
              Set.of(
                  PLAN_ACTIVE,
                  DIAGNOSED,
                  AWAITING_DIAGNOSIS,
                  LOCKED_RED_FLAG,
                  DISCHARGED,
                  CLOSED_LOST,
                  TRANSFERRED),
          LOCKED_RED_FLAG, Set.of(AWAITING_DIAGNOSIS, DIAGNOSED, TRANSFERRED),
          DISCHARGED, Set.of(),
          TRANSFERRED, Set.of(),
          CLOSED_LOST, Set.of());

  /** Whether the table of transitions has this step. */
  public boolean leadsTo(EpisodeState next) {
    return NEXT.get(this).contains(next);
  }

  /** Whether the course of care is over; nothing leaves such a state. */
  public boolean isOver() {
    return NEXT.get(this).isEmpty();
  }
}
