package org.pacegate.service.questionnaire;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.domain.questionnaire.OwnState;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.questionnaire.Response;
import org.pacegate.domain.questionnaire.Text;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** The questionnaires that an administrator may look at: those that ship, and the clinic's own. */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class QuestionnaireLibrary {

  private static final String ENTITY = "Questionnaire";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AuditTrail audit;
  @Inject private ShippedForms shipped;
  @Inject private OwnQuestionnaires owns;
  @Inject private OwnForms forms;

  /** Every version, shipped ones first, then the clinic's own by form, the newest first. */
  public List<QuestionnaireLine> all() {
    List<QuestionnaireLine> all = new ArrayList<>();
    shipped.all().forEach(each -> all.add(line(each)));
    all.addAll(
        Row.list(
            em.createNativeQuery(
                """
                select id, version, form, form_version, title, title_es, questions, state,
                       licence_statement, coalesce(retired_at, activated_at, loaded_at)
                  from questionnaire order by form, loaded_at desc, id desc\
                """),
            QuestionnaireLibrary::line));
    return all;
  }

  private static QuestionnaireLine line(Row row) {
    Text title = new Text(row.text(4), Optional.ofNullable(row.text(5)));
    return new QuestionnaireLine(
        row.id(0),
        row.id(1),
        row.text(2),
        row.text(3),
        title,
        (int) row.id(6),
        row.constant(7, OwnState.class),
        row.text(8),
        row.instant(9));
  }

  private static QuestionnaireLine line(Questionnaire each) {
    int questions = each.questions().size();
    return new QuestionnaireLine(
        null, 0, each.id(), each.version(), each.title(), questions, null, null, null);
  }

  /**
   * One version, whatever its state.
   *
   * @throws NoSuchRecord if neither the product nor the clinic has it
   */
  public QuestionnaireView open(String questionnaire, String questionnaireVersion) {
    QuestionnaireLine line =
        all().stream()
            .filter(each -> each.is(questionnaire, questionnaireVersion))
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord(ENTITY, 0));
    audit.record(
        AuditAction.READ,
        ENTITY,
        line.questionnaireId(),
        null,
        questionnaire + " " + questionnaireVersion);
    return new QuestionnaireView(
        line, questionnaire(questionnaire, questionnaireVersion), audience(line));
  }

  /**
   * What a form would ask of a sample patient, and what their answers lack (R4.79). Stores nothing.
   *
   * @throws NoSuchRecord if neither the product nor the clinic has it
   */
  public Trial tryOut(TryQuestionnaire sample) {
    Questionnaire tried = questionnaire(sample.questionnaire(), sample.questionnaireVersion());
    Response kept = tried.kept(sample.after());
    audit.record(
        AuditAction.READ,
        ENTITY,
        null,
        null,
        "tried %s %s with a sample".formatted(tried.id(), tried.version()));
    return new Trial(
        tried.enabled(sample.after()),
        tried.removedBy(sample.before(), sample.after()),
        kept,
        tried.problems(kept));
  }

  /** Of a draft what is said of the version in use, which it may take the place of. */
  private Optional<Audience> audience(QuestionnaireLine line) {
    return line.isShipped()
        ? Optional.empty()
        : (line.state() == OwnState.DRAFT
                ? owns.inUse(line.form())
                : Optional.of(line.questionnaireId()))
            .flatMap(forms::lastWord);
  }

  private Questionnaire questionnaire(String form, String formVersion) {
    return shipped
        .find(form, formVersion)
        .or(() -> owns.version(form, formVersion).map(OwnFiles::read))
        .orElseThrow(() -> new NoSuchRecord(ENTITY, 0));
  }
}
