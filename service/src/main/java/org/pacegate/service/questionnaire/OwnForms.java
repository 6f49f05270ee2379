package org.pacegate.service.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.domain.questionnaire.OwnAudience;
import org.pacegate.domain.questionnaire.OwnQuestionnaire;
import org.pacegate.service.shared.Row;

/**
 * The clinic's own forms as intakes ask them (R4.155). An intake names what it began on by {@code
 * own:} and the id of the word on whom to ask, which names the version.
 */
@ApplicationScoped
public class OwnForms {

  private static final String OWN = "own:";

  private static final String LAST_WORD =
      """
      select a.id, a.regions, a.at_rescreen, a.number
        from questionnaire_audience a
       where a.questionnaire_id = ?1
       order by a.number desc limit 1\
      """;

  /** Each form in use with the last word on whom to ask. */
  private static final String ASKED_NOW =
      """
      select a.id
        from questionnaire q
        join questionnaire_audience a on a.clinic_id = q.clinic_id and a.questionnaire_id = q.id
       where q.state = 'ACTIVE' and (a.at_rescreen or not ?1)
         and a.number = (select max(l.number) from questionnaire_audience l
                          where l.clinic_id = a.clinic_id and l.questionnaire_id = a.questionnaire_id)
       order by q.form\
      """;

  private static final String PINNED =
      """
      select a.id, a.regions, a.at_rescreen, q.id, q.file_hash
        from questionnaire_audience a
        join questionnaire q on q.clinic_id = a.clinic_id and q.id = a.questionnaire_id
       where a.id = any(cast(string_to_array(?1, ' ') as bigint[]))\
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ReadOwnFiles files;

  /** The names of the clinic's own among an intake's forms, with blanks between. */
  public static List<String> among(String forms) {
    return Stream.of(forms.split(" ", -1)).filter(OwnForms::isOwn).toList();
  }

  /** Whether a name among an intake's forms names one of the clinic's own. */
  public static boolean isOwn(String name) {
    return name.startsWith(OWN);
  }

  /**
   * The names of what an intake asks that begins now, by form.
   *
   * @param again whether it screens a known episode again
   */
  public List<String> askedNow(boolean again) {
    return Row.list(em.createNativeQuery(ASKED_NOW).setParameter(1, again), row -> OWN + row.id(0));
  }

  /** What these names name, in their order, whatever has become of it since. */
  public List<OwnForm> pinned(List<String> names) {
    List<String> ids = names.stream().map(name -> name.substring(OWN.length())).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, OwnForm> byId =
        Row.list(
                em.createNativeQuery(PINNED).setParameter(1, String.join(" ", ids)),
                row -> Map.entry(String.valueOf(row.id(0)), form(row)))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return ids.stream().map(byId::get).toList();
  }

  private OwnForm form(Row row) {
    return new OwnForm(
        files.read(row.text(4), () -> em.find(OwnQuestionnaire.class, row.id(3))),
        OwnAudience.read(row.text(1), row.flag(2)));
  }

  /** The last word on whom to ask; empty while nobody said it. */
  Optional<Audience> lastWord(long questionnaireId) {
    return last(questionnaireId, row -> OwnAudience.read(row.text(1), row.flag(2)));
  }

  /** The number of the next word. */
  int next(long questionnaireId) {
    return last(questionnaireId, row -> (int) row.id(3) + 1).orElse(1);
  }

  private <T> Optional<T> last(long questionnaireId, Function<Row, T> read) {
    return Row.list(em.createNativeQuery(LAST_WORD).setParameter(1, questionnaireId), read).stream()
        .findFirst();
  }
}
