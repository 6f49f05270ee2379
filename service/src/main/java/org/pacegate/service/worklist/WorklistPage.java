package org.pacegate.service.worklist;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A page of the worklist.
 *
 * @param counts how many episodes wait for each step, over all pages
 * @param urgent how many of them have a flag at U0 or U1
 * @param total how many rows the asked steps have in all
 * @param takes the steps that the caller can take
 */
public record WorklistPage(
    List<WorklistRow> rows,
    Map<Waiting, Long> counts,
    long urgent,
    long total,
    Set<Waiting> takes) {

  public WorklistPage {
    rows = List.copyOf(rows);
    counts = Map.copyOf(counts);
    takes = Set.copyOf(takes);
  }
}
