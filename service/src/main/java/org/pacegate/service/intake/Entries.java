package org.pacegate.service.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.shared.InvalidValue;

/**
 * What was typed, and every problem met while reading it. Entries are named {@code person.…},
 * {@code complaint.…}, {@code answer.<link id>}, {@code running.…} and {@code consent.given}; a
 * date is kept as ISO 8601, or as it was typed while it is not a date.
 */
final class Entries {

  private final Map<String, String> entries;
  private final List<FieldProblem> problems = new ArrayList<>();

  Entries(Map<String, String> entries) {
    this.entries = Map.copyOf(entries);
  }

  /** Every problem met so far. */
  List<FieldProblem> problems() {
    return List.copyOf(problems);
  }

  boolean hasProblem(String field) {
    return problems.stream().anyMatch(known -> known.field().equals(field));
  }

  void problem(IntakeStep step, String field, String problem) {
    problems.add(new FieldProblem(step, field, problem));
  }

  /** An entry without surrounding space, or null. */
  String text(String field) {
    String value = entries.get(field);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** An entry that no problem was noted with, or null. */
  String fine(String field) {
    return hasProblem(field) ? null : text(field);
  }

  /** A date if it is one; no problem is noted. */
  Optional<LocalDate> dateIfValid(String field) {
    try {
      return Optional.ofNullable(text(field)).map(LocalDate::parse);
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  void required(IntakeStep step, String field) {
    if (text(field) == null) {
      problem(step, field, "missing");
    }
  }

  /** A date that must be there, or null. */
  LocalDate date(IntakeStep step, String field) {
    Optional<LocalDate> date = dateIfValid(field);
    if (date.isEmpty()) {
      problem(step, field, text(field) == null ? "missing" : "noDate");
    }
    return date.orElse(null);
  }

  /** A code that must be there, or null. */
  <E> E constant(IntakeStep step, String field, Function<String, E> reader) {
    Optional<E> constant = constantIfValid(field, reader);
    if (constant.isEmpty()) {
      problem(step, field, "missing");
    }
    return constant.orElse(null);
  }

  /** A code if it is one; no problem is noted. */
  <E> Optional<E> constantIfValid(String field, Function<String, E> reader) {
    try {
      return Optional.ofNullable(text(field)).map(reader);
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /**
   * What a constructor makes of the entries; a value it refuses is noted once, at its field.
   *
   * @param name the field's name by the constructor's
   */
  <T> Optional<T> built(IntakeStep step, Function<String, String> name, Supplier<T> constructor) {
    try {
      return Optional.of(constructor.get());
    } catch (InvalidValue invalid) {
      String field = name.apply(invalid.field());
      if (!hasProblem(field)) {
        problem(step, field, invalid.problem());
      }
      return Optional.empty();
    }
  }
}
