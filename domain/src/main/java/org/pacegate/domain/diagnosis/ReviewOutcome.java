package org.pacegate.domain.diagnosis;

/** What came of a review; neither changes the diagnosis, which only a signature does. */
public enum ReviewOutcome {
  STANDS,
  /** It should be revised or refuted; until then everybody sees that it is doubted. */
  DOUBTED
}
