package org.pacegate.service.intake;

import java.time.Instant;
import org.pacegate.domain.intake.Door;
import org.pacegate.service.shared.Row;

/** The SQL that reads entries as they stand, with what each door said last, and its rows. */
final class StandingRows {

  /** Columns of one entry, {@code e}. */
  static final String COLUMNS =
      """
      e.field, e.page,
             e.value, e.door, e.entered_by, w.given_name || ' ' || w.family_name, e.entered_at,
             d.value, d.door, d.entered_by, d.name, d.entered_at,
             r.value, r.door, null, null, r.entered_at,
             k.value, k.door, null, null, k.entered_at,
             kept.submitted_at,
             r.id is not null and r.id > all (select l.id from intake_entry_history l
                where l.clinic_id = e.clinic_id and l.intake_id = e.intake_id and l.field = e.field
                  and l.door = 'DESK')
      """;

  /** How many columns they are; what is selected besides comes after. */
  static final int WIDTH = 24;

  static final String FROM =
      """
        from intake_entry e
        left join intake kept on kept.clinic_id = e.clinic_id and kept.id = e.kept_from
        left join practitioner w on w.clinic_id = e.clinic_id and w.id = e.entered_by
        left join lateral (
          select h.id, h.value, h.door, h.entered_by, h.entered_at, x.given_name || ' ' || x.family_name as name
            from intake_entry_history h
            join practitioner x on x.clinic_id = h.clinic_id and x.id = h.entered_by
           where h.clinic_id = e.clinic_id and h.intake_id = e.intake_id and h.field = e.field
             and h.door = 'DESK' and not h.chosen
           order by h.id desc limit 1) d on true
        left join lateral (
          select h.id, h.value, h.door, h.entered_at
            from intake_entry_history h
           where h.clinic_id = e.clinic_id and h.intake_id = e.intake_id and h.field = e.field
             and h.door <> 'DESK'
           order by h.id desc limit 1) r on true
        left join lateral (
          select h.value, h.door, h.entered_at
            from intake_entry_history h
           where h.clinic_id = e.clinic_id and h.intake_id = e.intake_id and h.field = e.field
             and h.door <> 'DESK' and h.door <> r.door
           order by h.id desc limit 1) k on true
      """;

  private StandingRows() {}

  static StandingEntry read(Row row) {
    return new StandingEntry(
        row.text(0),
        source(row, 2, row.instant(22)),
        row.text(1),
        source(row, 7, null),
        source(row, 12, null),
        source(row, 17, null),
        row.flag(23));
  }

  /** From five columns; null if nothing was said there. */
  private static EntrySource source(Row row, int first, Instant before) {
    return row.text(first) == null
        ? null
        : new EntrySource(
            row.text(first),
            row.constant(first + 1, Door.class),
            row.idOrNull(first + 2),
            row.text(first + 3),
            row.instant(first + 4),
            before);
  }
}
