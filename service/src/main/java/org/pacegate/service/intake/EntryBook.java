package org.pacegate.service.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeStep;

/** Every entry of one intake, read together. */
record EntryBook(List<StandingEntry> entries) {

  EntryBook {
    entries = List.copyOf(entries);
  }

  /** What stands, by field. */
  Map<String, String> standing() {
    return values(StandingEntry::value);
  }

  /** What the runner says, by field: their own answers before what staff typed. */
  Map<String, String> ofRunner() {
    return values(StandingEntry::runnersValue);
  }

  private Map<String, String> values(Function<StandingEntry, String> value) {
    return entries.stream()
        .filter(entry -> !value.apply(entry).isEmpty())
        .collect(Collectors.toMap(StandingEntry::field, value));
  }

  /** Where what stands comes from, by field. */
  Map<String, EntrySource> sources() {
    return entries.stream()
        .filter(entry -> !entry.value().isEmpty())
        .collect(Collectors.toMap(StandingEntry::field, StandingEntry::standing));
  }

  /** What stands under the consent, the newest of name and way of the pen. */
  Optional<EntrySource> signature() {
    return Stream.of(ConsentEntries.SIGNATURE, ConsentEntries.DRAWN, ConsentEntries.SIGNED)
        .flatMap(field -> Stream.ofNullable(sources().get(field)))
        .max(Comparator.comparing(EntrySource::at));
  }

  /** Where desk and runner differ, by field; an agreement is given anew and contradicts nothing. */
  List<Contradiction> contradictions() {
    return entries.stream()
        .filter(entry -> IntakeStep.of(entry.field()) != IntakeStep.CONSENT)
        .flatMap(entry -> entry.contradiction().stream())
        .sorted(Comparator.comparing(Contradiction::field))
        .toList();
  }

  /**
   * Where doors differ, the runner's own two as well, by field; what only the runner can say is
   * theirs to change (R4.190).
   */
  List<DoorDifference> differences() {
    return entries.stream()
        .filter(entry -> !StandingEntry.isRunnersOwn(entry.field()))
        .flatMap(entry -> entry.difference().stream())
        .sorted(Comparator.comparing(DoorDifference::field))
        .toList();
  }

  /** Those that nobody has chosen in yet. */
  List<Contradiction> open() {
    return contradictions().stream().filter(each -> !each.settled()).toList();
  }
}
