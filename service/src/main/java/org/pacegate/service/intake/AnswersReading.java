package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.intake.PinnedRules;
import org.pacegate.service.intake.RecordedAnswers.Answer;
import org.pacegate.service.questionnaire.OwnForm;
import org.pacegate.service.questionnaire.OwnForms;
import org.pacegate.service.shared.Row;

/**
 * Reads the answers of a submitted intake with who gave, corrected and confirmed each, in one
 * statement. Whoever calls writes the audit event.
 */
@ApplicationScoped
public class AnswersReading {

  private static final String ENTRY = "ENTRY";
  private static final String AMENDED = "AMENDED";

  /** Beside the entries, in the same columns, what was noted about them afterwards. */
  private static final String RECORDED =
      """
      with asked as (
        select i.clinic_id, i.id, i.rule_set, i.rule_set_version,
               exists (select from intake n where n.clinic_id = i.clinic_id and n.episode_id = i.episode_id
                          and n.state = 'SUBMITTED' and n.forms like '%%%%own:%%%%') as own,
               i.forms,
               (select o.body_site from episode o where o.clinic_id = i.clinic_id and o.id = i.episode_id) as region
          from intake i where %s)
      select %s, asked.id, asked.rule_set, asked.rule_set_version, asked.own, asked.forms, asked.region, 'ENTRY'
      %s join asked on asked.clinic_id = e.clinic_id and asked.id = e.intake_id
      union all
      select a.field, '', a.new_value, null, a.number, w.given_name || ' ' || w.family_name, a.amended_at,
             null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, false,
             asked.id, asked.rule_set, asked.rule_set_version, asked.own, asked.forms, asked.region, 'AMENDED'
        from intake_amendment a
        join asked on asked.clinic_id = a.clinic_id and asked.id = a.intake_id
        join practitioner w on w.clinic_id = a.clinic_id and w.id = a.amended_by
      union all
      select c.field, '', c.value, null, c.number, w.given_name || ' ' || w.family_name, c.confirmed_at,
             null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, false,
             asked.id, asked.rule_set, asked.rule_set_version, asked.own, asked.forms, asked.region, 'CONFIRMED'
        from intake_confirmation c
        join asked on asked.clinic_id = c.clinic_id and asked.id = c.intake_id
        join practitioner w on w.clinic_id = c.clinic_id and w.id = c.confirmed_by"""
          .formatted("%s", StandingRows.COLUMNS, StandingRows.FROM);

  private static final String OF_INTAKE = RECORDED.formatted("i.id = ?1");

  private static final String NEWEST_OF_EPISODE =
      RECORDED.formatted(
          """
          i.id = (select n.id from intake n where n.episode_id = ?1 and n.state = 'SUBMITTED'
                   order by n.submitted_at desc, n.id desc limit 1)""");

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private OwnForms forms;

  /** A correction or a confirmation. */
  private record Noted(String field, int number, String value, StaffMark mark, boolean corrects) {}

  /** A row: an entry as it stands, or what was noted about one. */
  private record Line(
      long intakeId,
      PinnedRules rules,
      boolean own,
      List<String> ownForms,
      Optional<BodySite> region,
      StandingEntry entry,
      Noted noted) {}

  /** The answers of the newest submitted intake of an episode; empty if it has none. */
  public Optional<RecordedAnswers> newestOf(long episodeId) {
    return read(NEWEST_OF_EPISODE, episodeId);
  }

  /** Those of one submitted intake; empty if nothing was ever answered in it. */
  Optional<RecordedAnswers> of(long intakeId) {
    return read(OF_INTAKE, intakeId);
  }

  private Optional<RecordedAnswers> read(String sql, long id) {
    List<Line> lines =
        Row.list(em.createNativeQuery(sql).setParameter(1, id), AnswersReading::line);
    return lines.stream().findFirst().map(any -> recorded(any, lines));
  }

  private static Line line(Row row) {
    String kind = row.text(StandingRows.WIDTH + 6);
    boolean entry = kind.equals(ENTRY);
    return new Line(
        row.id(StandingRows.WIDTH),
        new PinnedRules(
            row.text(StandingRows.WIDTH + 1), (int) row.id(StandingRows.WIDTH + 2), null),
        row.flag(StandingRows.WIDTH + 3),
        OwnForms.among(row.text(StandingRows.WIDTH + 4)),
        Optional.ofNullable(row.constant(StandingRows.WIDTH + 5, BodySite.class)),
        entry ? StandingRows.read(row) : null,
        entry
            ? null
            : new Noted(
                row.text(0),
                (int) row.id(4),
                row.text(2),
                new StaffMark(row.text(5), row.instant(6)),
                kind.equals(AMENDED)));
  }

  private RecordedAnswers recorded(Line any, List<Line> lines) {
    EntryBook book =
        new EntryBook(lines.stream().map(Line::entry).flatMap(Stream::ofNullable).toList());
    List<Noted> noted =
        lines.stream()
            .map(Line::noted)
            .flatMap(Stream::ofNullable)
            .sorted(Comparator.comparing(Noted::field).thenComparingInt(Noted::number))
            .toList();
    List<Answer> answers = answers(book, noted);
    List<OwnForm> own =
        answers.stream().anyMatch(each -> OwnEntries.isAnswer(each.field()))
            ? forms.pinned(any.ownForms())
            : List.of();
    return new RecordedAnswers(
        any.intakeId(),
        (int) noted.stream().filter(Noted::corrects).count(),
        any.rules().ruleSet(),
        any.rules().version(),
        any.own(),
        own,
        asked(any.region(), own, answers),
        book.differences());
  }

  /** What an own form does not ask is kept and is no answer, as in the response (R4.156). */
  private static List<Answer> asked(
      Optional<BodySite> region, List<OwnForm> forms, List<Answer> answers) {
    Map<String, String> own =
        answers.stream()
            .filter(each -> OwnEntries.isAnswer(each.field()))
            .collect(Collectors.toMap(Answer::field, Answer::value));
    Set<String> asked =
        new OwnEntries(new Entries(own), forms)
            .applying(region).stream()
                .flatMap(each -> each.fields().stream())
                .collect(Collectors.toSet());
    return answers.stream()
        .filter(each -> !own.containsKey(each.field()) || asked.contains(each.field()))
        .toList();
  }

  /** What was not answered at first may have an answer by a correction. */
  private static List<Answer> answers(EntryBook book, List<Noted> noted) {
    Map<String, EntrySource> sources = book.sources();
    return Stream.concat(sources.keySet().stream(), noted.stream().map(Noted::field))
        .distinct()
        .filter(field -> IntakeStep.of(field) != IntakeStep.CONSENT)
        .filter(field -> !field.startsWith("person.notSame"))
        .sorted()
        .map(
            field ->
                answer(
                    field,
                    sources.get(field),
                    noted.stream().filter(each -> each.field().equals(field)).toList()))
        .filter(answer -> !answer.value().isEmpty())
        .toList();
  }

  private static Answer answer(String field, EntrySource source, List<Noted> noted) {
    Optional<Noted> last = noted.stream().filter(Noted::corrects).reduce((a, b) -> b);
    int number = last.map(Noted::number).orElse(0);
    return new Answer(
        field,
        last.map(Noted::value).orElseGet(() -> source == null ? "" : source.value()),
        source,
        number,
        last.map(Noted::mark).orElse(null),
        noted.stream()
            .filter(each -> !each.corrects() && each.number() == number)
            .map(Noted::mark)
            .findFirst()
            .orElse(null));
  }
}
