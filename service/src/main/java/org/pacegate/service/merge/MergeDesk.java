package org.pacegate.service.merge;

import java.util.Set;
import org.pacegate.service.patient.EpisodeSummary;

/**
 * Two records side by side, before somebody decides that they are one person's.
 *
 * @param shared courses of care that both have open at one region and side
 * @param suspended plans that a merge would suspend, by id: a danger stands on the other record
 * @param mayClose whether the caller may end a course of care
 * @param seen says what both records hold now; the command gives it back
 */
public record MergeDesk(
    MergeSide one,
    MergeSide other,
    Set<Long> shared,
    Set<Long> suspended,
    boolean mayClose,
    String seen) {

  public MergeDesk {
    shared = Set.copyOf(shared);
    suspended = Set.copyOf(suspended);
  }

  /** Whether a merge would suspend the episode's plan. */
  public boolean suspends(EpisodeSummary episode) {
    return episode.planId() != null && suspended.contains(episode.planId());
  }
}
