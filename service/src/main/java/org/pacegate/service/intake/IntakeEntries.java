package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/**
 * The typed entries of intakes, each with who typed it, when and on which page. What a page did not
 * show it cannot take back.
 */
@ApplicationScoped
class IntakeEntries {

  private static final int LONGEST_VALUE = 20_000;
  private static final Pattern FIELD =
      Pattern.compile("(person|complaint|answer|running|consent)\\.[A-Za-z0-9-]{1,60}");

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  Map<String, String> of(long intakeId) {
    return standing(intakeId).values().stream()
        .filter(entry -> !entry.value().isEmpty())
        .collect(Collectors.toMap(Entry::field, Entry::value));
  }

  /** Every entry that stands, with who typed it and when. */
  List<Entry> kept(long intakeId) {
    return standing(intakeId).values().stream().filter(entry -> !entry.value().isEmpty()).toList();
  }

  /** An entry as it stands; empty when it was taken back. */
  record Entry(String field, String value, String page, Instant at, String by, long byId) {

    /** Whether a change may replace it: the page showed it, or wrote it. */
    private boolean gives(EntryChange change, UUID sender) {
      return value.equals(change.shown()) || sender.toString().equals(page);
    }
  }

  private Map<String, Entry> standing(long intakeId) {
    return Row.list(
            em.createNativeQuery(
                    """
                    select e.field, e.value, e.page, e.entered_at, w.given_name || ' ' || w.family_name,
                           w.id
                      from intake_entry e
                      join practitioner w on w.clinic_id = e.clinic_id and w.id = e.entered_by
                     where e.intake_id = ?1
                    """)
                .setParameter(1, intakeId),
            row ->
                new Entry(
                    row.text(0), row.text(1), row.text(2), row.instant(3), row.text(4), row.id(5)))
        .stream()
        .collect(Collectors.toMap(Entry::field, entry -> entry));
  }

  /**
   * Keeps changes; an empty value takes an entry back. A field that no longer holds what the page
   * showed stays as it is, and is returned with both values (R4.16). The caller holds the intake's
   * lock.
   *
   * @throws InvalidValue {@code tooLong} for a value over 20,000 characters, {@code unknown} for a
   *     field that no form has
   */
  List<EntryConflict> keep(long intakeId, UUID page, Map<String, EntryChange> changes) {
    if (changes.isEmpty()) {
      return List.of();
    }
    Map<String, Entry> standing = standing(intakeId);
    Map<String, String> accepted = new HashMap<>();
    List<EntryConflict> conflicts = new ArrayList<>();
    for (Map.Entry<String, EntryChange> each : new TreeMap<>(changes).entrySet()) {
      String field = each.getKey();
      String typed = accepted(field, each.getValue().typed());
      Entry before = standing.get(field);
      if (before == null || before.gives(each.getValue(), page)) {
        accepted.put(field, typed);
      } else if (!before.value().equals(typed)) {
        conflicts.add(new EntryConflict(field, before.value(), typed, before.by(), before.at()));
      }
    }
    write(intakeId, page, accepted);
    return conflicts;
  }

  private void write(long intakeId, UUID page, Map<String, String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    em.createNativeQuery(
            """
            insert into intake_entry (intake_id, field, value, entered_at, entered_by, page)
            select ?1, key, value, ?3, ?4, ?5 from jsonb_each_text(cast(?2 as jsonb))
            on conflict (clinic_id, intake_id, field) do update
               set value = excluded.value, entered_at = excluded.entered_at,
                   entered_by = excluded.entered_by, page = excluded.page
             where intake_entry.value <> excluded.value
            """)
        .setParameter(1, intakeId)
        .setParameter(2, json(entries))
        .setParameter(3, Timestamp.from(clinic.now()))
        .setParameter(4, clinic.acting().practitionerId())
        .setParameter(5, page.toString())
        .executeUpdate();
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

  private static String json(Map<String, String> entries) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    entries.forEach(json::add);
    return json.build().toString();
  }
}
