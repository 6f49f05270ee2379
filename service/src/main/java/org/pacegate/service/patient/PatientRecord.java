package org.pacegate.service.patient;

import java.util.List;

/**
 * A patient's page: header, other names and numbers, episodes newest first, and a page of what was
 * recorded, newest first.
 *
 * @param moreBefore whether the timeline goes on
 */
public record PatientRecord(
    PatientHeader header,
    PatientIdentity identity,
    List<EpisodeSummary> episodes,
    List<TimelineEntry> timeline,
    boolean moreBefore) {

  public PatientRecord {
    episodes = List.copyOf(episodes);
    timeline = List.copyOf(timeline);
  }
}
