package org.pacegate.domain.questionnaire;

/** How far a clinic has put a questionnaire of its own to use. */
public enum OwnState {
  /** Loaded, and tried; nobody is asked from it. */
  DRAFT,
  /** New responses are given to it. */
  ACTIVE,
  /** No new responses; those it has stay readable with it. */
  RETIRED
}
