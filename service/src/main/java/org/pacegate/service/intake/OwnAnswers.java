package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.service.questionnaire.OwnForms;
import org.pacegate.service.shared.Row;

/** What was answered to the clinic's own forms when an episode was taken in or screened last. */
@ApplicationScoped
public class OwnAnswers {

  /** As corrected; an answer that only a correction gave stands in no entry. */
  private static final String NEWEST =
      """
      select i.forms, f.field,
             coalesce((select a.new_value from intake_amendment a
                        where a.clinic_id = i.clinic_id and a.intake_id = i.id and a.field = f.field
                        order by a.number desc limit 1), e.value)
        from intake i
       cross join lateral (
             select x.field from intake_entry x where x.clinic_id = i.clinic_id and x.intake_id = i.id
              union
             select y.field from intake_amendment y where y.clinic_id = i.clinic_id and y.intake_id = i.id) f
        left join intake_entry e on e.clinic_id = i.clinic_id and e.intake_id = i.id and e.field = f.field
       where f.field like 'own.%' and i.id =
             (select n.id from intake n
               where n.episode_id = ?1 and n.state = 'SUBMITTED' and n.forms like '%own:%'
               order by n.submitted_at desc limit 1)\
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private OwnForms forms;

  private record Given(String forms, String field, String value) {}

  /** Every answer that its form asks for, in the forms' order. */
  public List<OwnAnswer> of(long episodeId, BodySite region) {
    List<Given> given =
        Row.list(
            em.createNativeQuery(NEWEST).setParameter(1, episodeId),
            row -> new Given(row.text(0), row.text(1), row.text(2)));
    if (given.isEmpty()) {
      return List.of();
    }
    List<String> names = OwnForms.among(given.get(0).forms());
    Map<String, String> values =
        given.stream().collect(Collectors.toMap(Given::field, Given::value));
    return new OwnEntries(new Entries(values), forms.pinned(names))
        .applying(Optional.of(region)).stream().flatMap(asked -> answers(asked, values)).toList();
  }

  private static Stream<OwnAnswer> answers(AskedOwn asked, Map<String, String> values) {
    return asked.asked().stream()
        .map(
            item ->
                new OwnAnswer(
                    asked.own().form(),
                    item,
                    values.getOrDefault(asked.own().field(item.linkId()), "")))
        .filter(answer -> !answer.kept().isEmpty());
  }
}
