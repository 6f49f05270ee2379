package org.pacegate.service.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pacegate.domain.intake.Door;

/**
 * An entry as it stands, and what each side said last.
 *
 * @param page the page that it was typed on
 * @param desk the last that staff typed without choosing between both sides, or null
 * @param runner the last that the runner answered, or null
 * @param elsewhere the last that the runner answered at the other one of their doors, or null
 * @param runnerLast whether the runner answered after the desk typed or chose
 */
record StandingEntry(
    String field,
    EntrySource standing,
    String page,
    EntrySource desk,
    EntrySource runner,
    EntrySource elsewhere,
    boolean runnerLast) {

  /** What only the runner can say: the desk's guess gives way. */
  private static final Set<String> RUNNERS_OWN =
      Set.of(
          "person.language",
          ConsentEntries.GIVEN,
          ConsentEntries.SIGNED,
          ConsentEntries.SIGNATURE,
          ConsentEntries.DRAWN,
          ConsentEntries.RELATION);

  /** Whether nobody contradicts the runner in it: the agreement, the signature, the language. */
  static boolean isRunnersOwn(String field) {
    return RUNNERS_OWN.contains(field);
  }

  String value() {
    return standing.value();
  }

  /** Whether a change at the desk may replace it: the page showed it, or wrote it. */
  boolean gives(EntryChange change, UUID sender) {
    return value().equals(change.shown()) || sender.toString().equals(page);
  }

  /** Whether the runner may replace it: nobody at the desk typed it, or they took it back. */
  boolean isRunners() {
    return standing.door() != Door.DESK || value().isEmpty();
  }

  /** What the runner says, the desk's where the runner has said nothing. */
  String runnersValue() {
    return runner != null && runnerLast ? runner.value() : value();
  }

  /** Both sides, where they differ; who said nothing, or gave way, contradicts nobody. */
  Optional<Contradiction> contradiction() {
    boolean both = desk != null && runner != null && !desk.value().equals(runner.value());
    boolean replaced = runnerLast && standing.door() != Door.DESK;
    return both && !replaced
        ? Optional.of(new Contradiction(field, desk, runner, standing, !runnerLast))
        : Optional.empty();
  }

  /**
   * What each door said last, where they differ, the earliest first; what was taken back there says
   * nothing, unless that is what stands.
   */
  Optional<DoorDifference> difference() {
    List<EntrySource> said =
        Stream.of(desk, elsewhere, runner)
            .filter(Objects::nonNull)
            .filter(each -> !each.value().isEmpty() || value().isEmpty())
            .sorted(Comparator.comparing(EntrySource::at))
            .toList();
    return said.stream().map(EntrySource::value).distinct().count() > 1
        ? Optional.of(new DoorDifference(field, said, standing))
        : Optional.empty();
  }
}
