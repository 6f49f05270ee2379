package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;
import org.pacegate.domain.intake.Door;
import org.pacegate.service.shared.ClinicContext;

/** Writes answers: what stands, and beside it everything that was ever answered. */
@ApplicationScoped
class EntryWriting {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** They stand, and were said. */
  void typed(long intakeId, Door door, UUID page, Map<String, String> entries) {
    write(intakeId, door, page, entries, Map.of());
    remember(intakeId, door, entries, Map.of());
  }

  /** Somebody at the desk chose it between what desk and runner said. */
  void chosen(long intakeId, String field, String value) {
    write(intakeId, Door.DESK, UUID.randomUUID(), Map.of(field, value), Map.of());
    remember(intakeId, Door.DESK, true, Map.of(field, value), Map.of());
  }

  /**
   * They stand from now on.
   *
   * @param from ids of the earlier intakes whose answers still hold, by field
   */
  void write(
      long intakeId, Door door, UUID page, Map<String, String> entries, Map<String, Long> from) {
    if (entries.isEmpty()) {
      return;
    }
    em.createNativeQuery(
            """
            insert into intake_entry (intake_id, field, value, entered_at, entered_by, door, page, kept_from)
            select ?1, key, value, ?3, cast(?4 as bigint), ?5, ?6, cast(cast(?7 as jsonb) ->> key as bigint)
              from jsonb_each_text(cast(?2 as jsonb))
            on conflict (clinic_id, intake_id, field) do update
               set value = excluded.value, entered_at = excluded.entered_at,
                   entered_by = excluded.entered_by, door = excluded.door, page = excluded.page,
                   kept_from = excluded.kept_from
            """)
        .setParameter(1, intakeId)
        .setParameter(2, json(entries))
        .setParameter(3, Timestamp.from(clinic.now()))
        .setParameter(4, by(door))
        .setParameter(5, door.name())
        .setParameter(6, page.toString())
        .setParameter(7, json(from))
        .executeUpdate();
  }

  /** They were said, whether or not they stand. */
  void remember(long intakeId, Door door, Map<String, String> entries, Map<String, Long> from) {
    remember(intakeId, door, false, entries, from);
  }

  private void remember(
      long intakeId,
      Door door,
      boolean chosen,
      Map<String, String> entries,
      Map<String, Long> from) {
    if (entries.isEmpty()) {
      return;
    }
    em.createNativeQuery(
            """
            insert into intake_entry_history
                   (intake_id, field, value, door, entered_at, entered_by, chosen, kept_from)
            select ?1, key, value, ?3, ?4, cast(?5 as bigint), ?6, cast(cast(?7 as jsonb) ->> key as bigint)
              from jsonb_each_text(cast(?2 as jsonb))
            """)
        .setParameter(1, intakeId)
        .setParameter(2, json(entries))
        .setParameter(3, door.name())
        .setParameter(4, Timestamp.from(clinic.now()))
        .setParameter(5, by(door))
        .setParameter(6, chosen)
        .setParameter(7, json(from))
        .executeUpdate();
  }

  private Long by(Door door) {
    return door == Door.DESK ? clinic.acting().practitionerId() : null;
  }

  private static String json(Map<String, ?> entries) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    entries.forEach((field, value) -> json.add(field, String.valueOf(value)));
    return json.build().toString();
  }
}
