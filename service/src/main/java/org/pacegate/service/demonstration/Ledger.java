package org.pacegate.service.demonstration;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.persistence.EntityManager;
import java.util.Map;
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

  /** What was typed into an intake. */
  void type(long intake, Map<String, String> typed, Attribution by) {
    typed.forEach(
        (field, value) ->
            entries.add(
                json.createObjectBuilder()
                    .add("intake_id", intake)
                    .add("field", field)
                    .add("value", value)
                    .add("entered_at", by.at().toString())
                    .add("entered_by", by.by())));
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
                  as typed (intake_id bigint, field text, value text, entered_at timestamptz,
                            entered_by bigint)
               order by intake_id, field),
            given as (
              insert into intake_entry_history (intake_id, field, value, door, entered_at, entered_by)
              select intake_id, field, value, 'DESK', entered_at, entered_by from typed)
            insert into intake_entry (intake_id, field, value, entered_at, entered_by)
            select intake_id, field, value, entered_at, entered_by from typed""")
        .setParameter(1, entries.build().toString())
        .executeUpdate();
    entries = json.createArrayBuilder();
  }
}
