package org.pacegate.service.merge;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;

/**
 * One of two records that may be one person's.
 *
 * @param previousNames as they are written, or null
 * @param mergedNumbers numbers of records that were merged into it, or null
 * @param consents how many consents were recorded
 * @param drafts how many intakes are unfinished
 * @param episodes all courses of care, newest first
 * @param dangers those in which a flag at U0 or U1 stands and nobody has taken over
 * @param dangerInIntake whether an unfinished intake holds a dangerous answer
 */
public record MergeSide(
    PatientHeader header,
    String phone,
    String email,
    Instant registeredAt,
    String previousNames,
    String mergedNumbers,
    long consents,
    long drafts,
    List<EpisodeSummary> episodes,
    Set<Long> dangers,
    boolean dangerInIntake) {

  public MergeSide {
    episodes = List.copyOf(episodes);
    dangers = Set.copyOf(dangers);
  }

  /** Whether the record would suspend the plans of another one that it is merged with. */
  public boolean isInDanger() {
    return dangerInIntake || !dangers.isEmpty();
  }

  /** Courses of care that have not ended. */
  public List<EpisodeSummary> open() {
    return episodes.stream().filter(episode -> !episode.state().isOver()).toList();
  }
}
