package org.pacegate.domain.screening;

/** What a criterion says about the answers given so far. Unknown is a result of its own. */
public enum Outcome {
  MET,
  NOT_MET,
  INDETERMINATE;

  /** Kleene's negation: what is unknown stays unknown. */
  public Outcome negated() {
    return switch (this) {
      case MET -> NOT_MET;
      case NOT_MET -> MET;
      case INDETERMINATE -> INDETERMINATE;
    };
  }
}
