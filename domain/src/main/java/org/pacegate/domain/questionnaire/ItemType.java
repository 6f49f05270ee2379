package org.pacegate.domain.questionnaire;

import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.Free;
import org.pacegate.domain.questionnaire.Value.Truth;

/** What kind of thing an item is, and with that what kind of answer it takes. */
public enum ItemType {
  GROUP,
  DISPLAY,
  BOOLEAN,
  CHOICE,
  /** A choice that also takes the person's own words. */
  OPEN_CHOICE,
  INTEGER,
  DECIMAL,
  DATE,
  TEXT,
  /** Places chosen on the picture of a body; a choice of its regions. */
  BODY_PICTURE;

  /** Whether it is answered at all. */
  public boolean isQuestion() {
    return this != GROUP && this != DISPLAY;
  }

  /** Whether it takes a number. */
  public boolean isNumber() {
    return this == INTEGER || this == DECIMAL;
  }

  /** Whether its answers come from a list. */
  public boolean hasOptions() {
    return this == CHOICE || this == OPEN_CHOICE || this == BODY_PICTURE;
  }

  /** Whether its answers have an order, so that one can be more than another. */
  boolean isOrdered() {
    return isNumber() || this == DATE;
  }

  /** Whether a value is of the kind it takes; "not sure" is of no kind. */
  boolean takes(Value value) {
    return switch (this) {
      case GROUP, DISPLAY -> false;
      case BOOLEAN -> value instanceof Truth;
      case CHOICE, BODY_PICTURE -> value instanceof Coded;
      case OPEN_CHOICE -> value instanceof Coded || value instanceof Free;
      case INTEGER -> value instanceof Amount amount && amount.isWhole();
      case DECIMAL -> value instanceof Amount;
      case DATE -> value instanceof Day;
      case TEXT -> value instanceof Free;
    };
  }
}
