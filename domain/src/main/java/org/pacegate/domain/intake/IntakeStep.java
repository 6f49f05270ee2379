package org.pacegate.domain.intake;

import java.util.List;
import java.util.Optional;
import org.pacegate.domain.shared.InvalidValue;

/** The parts of an intake, in order. */
public enum IntakeStep {
  PERSON,
  COMPLAINT,
  SCREENING,
  RUNNING,
  CONSENT;

  private static final List<IntakeStep> ORDER = List.of(values());

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
      case "consent" -> CONSENT;
      default -> throw new InvalidValue("entry", "unknown");
    };
  }

  /** The step after this one, if it is not the last. */
  public Optional<IntakeStep> next() {
    return at(ORDER.indexOf(this) + 1);
  }

  /** The step before this one, if it is not the first. */
  public Optional<IntakeStep> previous() {
    return at(ORDER.indexOf(this) - 1);
  }

  private static Optional<IntakeStep> at(int place) {
    return place >= 0 && place < ORDER.size() ? Optional.of(ORDER.get(place)) : Optional.empty();
  }
}
