package org.pacegate.domain.diagnosis;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * From when the limits of a policy count in a course of care: signing the same again does not begin
 * them anew. What never carried treatment used up no day.
 *
 * @param provisional day of the first provisional diagnosis with a last day, or null
 * @param directAccess day of the first diagnosis under direct access with a last day, or null
 */
public record LimitedSince(LocalDate provisional, LocalDate directAccess) {

  /** Before the first diagnosis. */
  public static final LimitedSince NEVER = new LimitedSince(null, null);

  /** What the diagnoses of a course of care say, whatever became of them. */
  public static LimitedSince of(List<Diagnosis> before) {
    return new LimitedSince(
        first(before, Diagnosis::wasProvisional), first(before, Diagnosis::isDirectAccess));
  }

  private static LocalDate first(List<Diagnosis> before, Predicate<Diagnosis> kind) {
    return before.stream()
        .filter(kind)
        .filter(diagnosis -> diagnosis.carriesUntil() != null)
        .map(Diagnosis::recordedOn)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }
}
