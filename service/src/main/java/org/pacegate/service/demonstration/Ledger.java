package org.pacegate.service.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.shared.Attribution;

/** Stores what the history records, many at a time. */
final class Ledger {

  private final EntityManager em;
  private final JsonBuilderFactory json = Json.createBuilderFactory(Map.of());
  private JsonArrayBuilder entries = json.createArrayBuilder();

  Ledger(EntityManager em) {
    this.em = em;
  }

  void add(Object record) {
    em.persist(record);
  }

  /** What was typed into an intake at the desk. */
  void type(long intake, Map<String, String> typed, Attribution by) {
    typed.forEach(
        (field, value) ->
            entries.add(
                entry(intake, field, value, by.at(), Door.DESK).add("entered_by", by.by())));
  }

  /** What a runner answered at a door of their own, where nobody of the clinic is named. */
  void answer(long intake, Map<String, String> given, Instant at, Door door) {
    given.forEach((field, value) -> entries.add(entry(intake, field, value, at, door)));
  }

  private JsonObjectBuilder entry(long intake, String field, String value, Instant at, Door door) {
    return json.createObjectBuilder()
        .add("intake_id", intake)
        .add("field", field)
        .add("value", value)
        .add("door", door.name())
        .add("entered_at", at.toString());
  }

  /** Lets the database check now what it would check at the end. */
  void check() {
    em.createNativeQuery("set constraints all immediate").executeUpdate();
    em.createNativeQuery("set constraints all deferred").executeUpdate();
  }

  void flush() {
    em.flush();
    em.createNativeQuery(
            """
            with typed as (
              select *
                from jsonb_to_recordset(cast(?1 as jsonb))
                  as typed (intake_id bigint, field text, value text, door text,
                            entered_at timestamptz, entered_by bigint)
               order by intake_id, field),
            given as (
              insert into intake_entry_history (intake_id, field, value, door, entered_at, entered_by)
              select intake_id, field, value, door, entered_at, entered_by from typed)
            insert into intake_entry (intake_id, field, value, door, entered_at, entered_by)
            select intake_id, field, value, door, entered_at, entered_by from typed""")
        .setParameter(1, entries.build().toString())
        .executeUpdate();
    entries = json.createArrayBuilder();
  }
}
