package org.pacegate.service.questionnaire;

/**
 * How an item differs from the version before.
 *
 * @param linkId the item
 * @param kind what happened to it
 */
public record ItemChange(String linkId, Kind kind) {

  /** What can happen to an item. */
  public enum Kind {
    NEW,
    CHANGED,
    GONE
  }
}
