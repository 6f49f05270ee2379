package org.pacegate.service.diagnosis;

import java.util.List;
import java.util.Map;

/**
 * What loading a file of codes would do; nothing has been stored.
 *
 * @param problems what keeps it from being loaded, by line; the first of them
 * @param problemCount how many there are
 * @param codes how many it lists, headers among them
 * @param counts how many codes differ from the list in force, by kind
 * @param changes the first of each kind
 * @param inUse codes of standing diagnoses that could not be chosen any more
 */
public record EditionReport(
    List<CodeProblem> problems,
    int problemCount,
    int codes,
    Map<Kind, Integer> counts,
    List<Change> changes,
    List<InUse> inUse) {

  /** How a code differs from the list in force. */
  public enum Kind {
    /** Its class forbids impact from now on. */
    IMPACT_FORBIDDEN,
    /** It cannot be chosen any more. */
    HEADER,
    ENDED,
    ADDED,
    /** Other words, another region, or it can be chosen now. */
    CHANGED
  }

  /** A code that differs. */
  public record Change(String code, String title, Kind kind) {}

  /**
   * A code of standing diagnoses, which keep it.
   *
   * @param diagnoses how many stand with it
   */
  public record InUse(String code, String label, int diagnoses) {}

  public boolean isLoadable() {
    return problemCount == 0;
  }
}
