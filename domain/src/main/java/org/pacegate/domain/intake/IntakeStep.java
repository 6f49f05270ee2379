package org.pacegate.domain.intake;

import org.pacegate.domain.shared.InvalidValue;

/** The parts of an intake, in order. */
public enum IntakeStep {
  PERSON,
  COMPLAINT,
  SCREENING,
  RUNNING,
  /** The clinic's own forms; there is none when none applies. */
  MORE,
  CONSENT;

  /**
   * The part that asks for an entry, by the entry's name: {@code answer.CES-1} is asked in {@code
   * SCREENING}.
   */
  public static IntakeStep of(String field) {
    return switch (field.substring(0, Math.max(0, field.indexOf('.')))) {
      case "person" -> PERSON;
      case "complaint" -> COMPLAINT;
      case "answer" -> SCREENING;
      case "running" -> RUNNING;
      case "own" -> MORE;
      case "consent" -> CONSENT;
      default -> throw new InvalidValue("entry", "unknown");
    };
  }
}
