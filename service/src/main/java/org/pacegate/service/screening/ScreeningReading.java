package org.pacegate.service.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/**
 * Reads screenings as they are shown. The service that calls it writes the audit event of the read.
 */
@ApplicationScoped
public class ScreeningReading {

  /** One row for each decision, and one for a flag or a screening without any. */
  private static final String SCREENINGS =
      """
      select s.id, s.version, s.episode_id, e.patient_id, s.rule_set, s.rule_set_version,
             s.status, s.max_urgency, s.performed_at, w.given_name || ' ' || w.family_name,
             s.valid_until, s.act_by, s.acknowledged_at,
             a.given_name || ' ' || a.family_name, s.missing,
             f.rule_id, f.urgency, f.target, f.effects, f.source, f.inputs, f.state,
             k.state, k.decided_at, d.given_name || ' ' || d.family_name, l.number, k.reason,
             v.number, t.number
        from screening s
        join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
        join practitioner w on w.clinic_id = s.clinic_id and w.id = s.performed_by
        left join practitioner a on a.clinic_id = s.clinic_id and a.id = s.acknowledged_by
        left join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id
        left join flag_decision k on k.clinic_id = f.clinic_id and k.flag_id = f.id
        left join practitioner d on d.clinic_id = k.clinic_id and d.id = k.decided_by
        left join threshold_version v
          on v.clinic_id = s.clinic_id and v.id = s.threshold_version_id
        left join threshold_version t
          on t.clinic_id = s.clinic_id and t.id = s.deadlines_id
        left join licence l on l.clinic_id = k.clinic_id and l.id = k.licence_id
       where
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /**
   * One screening.
   *
   * @throws NoSuchRecord if the clinic has no such screening
   */
  public ScreeningView one(long screeningId) {
    return read("s.id = ?1", screeningId).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchRecord("Screening", screeningId));
  }

  /** Every screening of an episode, newest first. */
  public List<ScreeningView> ofEpisode(long episodeId) {
    return read("s.episode_id = ?1", episodeId);
  }

  private List<ScreeningView> read(String which, long id) {
    Map<Long, List<Row>> rows =
        Row.list(
                em.createNativeQuery(
                        SCREENINGS
                            + " "
                            + which
                            + " order by s.performed_at desc, s.id desc, f.urgency, f.rule_id,"
                            + " k.number")
                    .setParameter(1, id),
                row -> row)
            .stream()
            .collect(
                Collectors.groupingBy(row -> row.id(0), LinkedHashMap::new, Collectors.toList()));
    return rows.values().stream().map(ScreeningReading::screening).toList();
  }

  private static ScreeningView screening(List<Row> rows) {
    Row row = rows.get(0);
    return new ScreeningView(
        row.id(0),
        row.id(1),
        row.id(2),
        row.id(3),
        row.text(4),
        (int) row.id(5),
        number(row, 27),
        number(row, 28),
        row.constant(6, ScreeningStatus.class),
        row.constant(7, Urgency.class),
        row.instant(8),
        row.text(9),
        row.day(10),
        row.instant(11),
        row.instant(12),
        row.text(13),
        words(row.text(14)),
        flags(rows));
  }

  private static Integer number(Row row, int column) {
    Long number = row.idOrNull(column);
    return number == null ? null : number.intValue();
  }

  private static List<FlagView> flags(List<Row> rows) {
    Map<String, List<Row>> byRule =
        rows.stream()
            .filter(row -> row.text(15) != null)
            .collect(
                Collectors.groupingBy(
                    row -> row.text(15), LinkedHashMap::new, Collectors.toList()));
    return byRule.values().stream().map(ScreeningReading::flag).toList();
  }

  private static FlagView flag(List<Row> rows) {
    Row row = rows.get(0);
    return new FlagView(
        row.text(15),
        row.constant(16, Urgency.class),
        row.text(17),
        words(row.text(18)),
        row.text(19),
        inputs(row.text(20)),
        row.constant(21, FlagState.class),
        rows.stream()
            .filter(each -> each.text(22) != null)
            .map(
                each ->
                    new FlagDecisionView(
                        each.constant(22, FlagState.class),
                        each.instant(23),
                        each.text(24),
                        each.text(25),
                        each.text(26)))
            .toList());
  }

  private static List<String> words(String joined) {
    return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }

  private static Map<String, String> inputs(String joined) {
    Map<String, String> inputs = new LinkedHashMap<>();
    Arrays.stream(joined.split(";"))
        .filter(input -> input.contains("="))
        .map(input -> input.split("=", 2))
        .forEach(input -> inputs.put(input[0], input[1]));
    return inputs;
  }
}
