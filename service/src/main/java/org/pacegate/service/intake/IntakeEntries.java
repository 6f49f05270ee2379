package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/**
 * The typed entries of intakes, each with who typed it and when. One statement however many there
 * are.
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
    return Row.list(
            em.createNativeQuery("select field, value from intake_entry where intake_id = ?1")
                .setParameter(1, intakeId),
            row -> Map.entry(row.text(0), row.text(1)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Keeps entries; an empty value takes one back.
   *
   * @throws InvalidValue {@code tooLong} for a value over 20,000 characters, {@code unknown} for a
   *     field that no form has
   */
  void keep(long intakeId, Map<String, String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    em.createNativeQuery(
            """
            with typed as (select key as field, value from jsonb_each_text(cast(?2 as jsonb))),
                 taken_back as (delete from intake_entry e using typed t
                    where e.intake_id = ?1 and e.field = t.field and t.value = '')
            insert into intake_entry (intake_id, field, value, entered_at, entered_by)
            select ?1, field, value, ?3, ?4 from typed where value <> ''
            on conflict (clinic_id, intake_id, field) do update
               set value = excluded.value, entered_at = excluded.entered_at,
                   entered_by = excluded.entered_by
             where intake_entry.value <> excluded.value
            """)
        .setParameter(1, intakeId)
        .setParameter(2, json(entries))
        .setParameter(3, Timestamp.from(clinic.now()))
        .setParameter(4, clinic.acting().practitionerId())
        .executeUpdate();
  }

  private static String json(Map<String, String> entries) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    entries.forEach(
        (field, value) -> {
          if (!FIELD.matcher(field).matches()) {
            throw new InvalidValue("entry", "unknown");
          }
          if (value.length() > LONGEST_VALUE) {
            throw new InvalidValue(field, "tooLong");
          }
          // The database's text has no place for the character with the number 0.
          json.add(field, value.replace("\0", "").strip());
        });
    return json.build().toString();
  }
}
