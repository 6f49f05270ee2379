package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.shared.Row;

/**
 * The answers of intakes, each with its door, who typed it, when and on which page; everything that
 * was ever answered stays in the history (R4.100). What a page did not show it cannot take back,
 * and what the runner answers never replaces what staff typed (R4.103).
 */
@ApplicationScoped
class IntakeEntries {

  private static final int LONGEST_VALUE = 20_000;
  private static final Pattern FIELD =
      Pattern.compile(
          "(person|complaint|answer|running|consent)\\.[A-Za-z0-9-]{1,60}"
              + "|own\\.[A-Za-z0-9._-]{1,60}/[A-Za-z0-9._-]{1,60}");

  private static final String STANDING =
      "select " + StandingRows.COLUMNS + StandingRows.FROM + " where e.intake_id = ?1";

  private static final String HISTORY =
      """
      select field, value, door from intake_entry_history where intake_id = ?1 order by id""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private EntryWriting writing;

  /** Every entry of an intake, those that were taken back included. */
  EntryBook of(long intakeId) {
    return new EntryBook(
        Row.list(em.createNativeQuery(STANDING).setParameter(1, intakeId), StandingRows::read));
  }

  /**
   * What the answers were after each answer of the runner, the desk's before included, by field.
   */
  List<Map<String, String>> statesAtDoors(long intakeId) {
    Map<String, String> state = new HashMap<>();
    List<Map<String, String>> states = new ArrayList<>();
    for (Said said :
        Row.list(
            em.createNativeQuery(HISTORY).setParameter(1, intakeId),
            row -> new Said(row.text(0), row.text(1), row.constant(2, Door.class)))) {
      state.put(said.field(), said.value());
      if (said.door() != Door.DESK) {
        states.add(filled(state));
      }
    }
    return states;
  }

  private static Map<String, String> filled(Map<String, String> state) {
    return state.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * What somebody said that still holds is taken back: it was another person's (R4.174). It stays
   * in the history.
   */
  void takeBackKept(long intakeId) {
    Map<String, String> kept =
        Row.list(
                em.createNativeQuery(
                        "select field from intake_entry where intake_id = ?1 and kept_from is not null")
                    .setParameter(1, intakeId),
                row -> row.text(0))
            .stream()
            .collect(Collectors.toMap(field -> field, field -> ""));
    if (!kept.isEmpty()) {
      writing.typed(intakeId, Door.DESK, UUID.randomUUID(), kept);
    }
  }

  /** One row of the history. */
  private record Said(String field, String value, Door door) {}

  private Map<String, StandingEntry> standing(long intakeId) {
    return of(intakeId).entries().stream()
        .collect(Collectors.toMap(StandingEntry::field, entry -> entry));
  }

  /**
   * Keeps changes of the desk; an empty value takes an entry back. A field that no longer holds
   * what the page showed stays as it is, and is returned with both values (R4.16). The caller holds
   * the intake's lock.
   *
   * @throws InvalidValue {@code tooLong} for a value over 20,000 characters, {@code unknown} for a
   *     field that no form has
   */
  List<EntryConflict> keep(long intakeId, UUID page, Map<String, EntryChange> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    Map<String, StandingEntry> standing = standing(intakeId);
    Map<String, String> accepted = new HashMap<>();
    List<EntryConflict> conflicts = new ArrayList<>();
    for (Map.Entry<String, EntryChange> each : new TreeMap<>(changes).entrySet()) {
      String field = each.getKey();
      String typed = accepted(field, each.getValue().typed());
      StandingEntry before = standing.get(field);
      if (before == null || before.gives(each.getValue(), page)) {
        accepted.put(field, typed);
      } else if (!before.value().equals(typed)) {
        conflicts.add(conflict(before, typed));
      }
    }
    accepted.entrySet().removeIf(entry -> stands(standing.get(entry.getKey()), entry.getValue()));
    writing.typed(intakeId, Door.DESK, page, accepted);
    return conflicts;
  }

  private static boolean stands(StandingEntry before, String typed) {
    return before != null && before.value().equals(typed);
  }

  private static EntryConflict conflict(StandingEntry before, String typed) {
    EntrySource recorded = before.standing();
    return new EntryConflict(
        before.field(), before.value(), typed, recorded.door(), recorded.by(), recorded.at());
  }

  /**
   * Keeps what the runner answers. What staff typed stands beside it, until somebody at the desk
   * chooses (R4.103). The caller holds the intake's lock.
   *
   * @param still what still holds of what they answered before (R4.174)
   * @throws InvalidValue as {@link #keep}
   */
  void keepOfRunner(
      long intakeId,
      Door door,
      UUID page,
      Map<String, String> anew,
      Map<String, EarlierAnswer> still) {
    Map<String, String> answers = new HashMap<>(anew);
    still.forEach((field, earlier) -> answers.put(field, earlier.value()));
    Map<String, StandingEntry> standing = standing(intakeId);
    Map<String, String> said = new TreeMap<>();
    Map<String, String> replacing = new TreeMap<>();
    answers.forEach(
        (field, value) -> {
          String answer = accepted(field, value);
          StandingEntry before = standing.get(field);
          String known = before == null ? "" : before.runnersValue();
          if (known.equals(answer)) {
            return;
          }
          said.put(field, answer);
          if (before == null || before.isRunners() || StandingEntry.isRunnersOwn(field)) {
            replacing.put(field, answer);
          }
        });
    Map<String, Long> from = new HashMap<>();
    still.forEach((field, earlier) -> from.put(field, earlier.intakeId()));
    writing.write(intakeId, door, page, replacing, from);
    writing.remember(intakeId, door, said, from);
  }

  /** Keeps that an earlier answer still holds, as somebody said at the desk (R4.174). */
  void keepAtDesk(long intakeId, UUID page, String field, EarlierAnswer earlier) {
    if (!stands(standing(intakeId).get(field), earlier.value())) {
      Map<String, String> said = Map.of(field, accepted(field, earlier.value()));
      Map<String, Long> from = Map.of(field, earlier.intakeId());
      writing.write(intakeId, Door.DESK, page, said, from);
      writing.remember(intakeId, Door.DESK, said, from);
    }
  }

  /**
   * Somebody at the desk chooses what stands where two doors said different things, or chooses
   * again.
   *
   * @param runners whether the runner's answer stands; else the desk's
   * @return whether there was a difference, and another choice
   */
  boolean settle(long intakeId, String field, boolean runners) {
    StandingEntry entry = standing(intakeId).get(field);
    Optional<Contradiction> between =
        Optional.ofNullable(entry).flatMap(StandingEntry::contradiction);
    String chosen =
        between.map(both -> (runners ? both.runner() : both.desk()).value()).orElse(null);
    if (chosen == null || (between.get().settled() && chosen.equals(entry.value()))) {
      return false;
    }
    writing.chosen(intakeId, field, chosen);
    return true;
  }

  private static String accepted(String field, String value) {
    if (!FIELD.matcher(field).matches()) {
      throw new InvalidValue("entry", "unknown");
    }
    if (value.length() > LONGEST_VALUE) {
      throw new InvalidValue(field, "tooLong");
    }
    // The database's text has no place for the character with the number 0.
    return value.replace("\0", "").strip();
  }
}
