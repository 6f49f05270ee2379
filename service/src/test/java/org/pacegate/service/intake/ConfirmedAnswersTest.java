package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.intake.DeskClinic.COLLEAGUE;
import static org.pacegate.service.intake.DeskClinic.DESK;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.demonstration.LoadedDemonstration;
import org.pacegate.service.intake.RecordedAnswers.Answer;
import org.pacegate.service.intake.Submission.Submitted;

/** R4.192, R4.193: who gave an answer on record, and which a professional has confirmed. */
class ConfirmedAnswersTest {

  private static final String CES_1 = "answer.CES-1";
  private static final String CES_2 = "answer.CES-2";

  private final DeskClinic clinic = DeskClinic.open();
  private final long intake = clinic.begin();

  private Submitted submitted() {
    clinic.typeAll(intake, "en");
    clinic.sign(intake, Language.en);
    return (Submitted) clinic.submit(intake, false);
  }

  private <T> T answers(String login, Function<IntakeAnswers, T> work) {
    return clinic.as(login, services -> work.apply(services.get(IntakeAnswers.class)));
  }

  private RecordedAnswers recorded() {
    return answers(DESK, each -> each.of(intake));
  }

  private Answer answer(String field) {
    return recorded().answers().stream()
        .filter(each -> each.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private void confirm(String login, int corrections, String... fields) {
    answers(
        login,
        each -> {
          each.confirm(new ConfirmAnswers(intake, Set.of(fields), corrections));
          return null;
        });
  }

  private void correct(String field, String was, String is) {
    clinic.as(
        DESK,
        services ->
            services
                .get(IntakeResponses.class)
                .amend(new AmendIntake(intake, field, was, is, "misheard", UUID.randomUUID())));
  }

  private String confirmations() {
    return clinic
        .rows("select count(*) from intake_confirmation where intake_id = " + intake)
        .get(0);
  }

  @Test
  void R4_193_an_answer_says_where_and_by_whom_it_was_given() {
    Submitted done = submitted();
    assertThat(answer(CES_1).source().door()).isEqualTo(Door.DESK);
    assertThat(answer(CES_1).source().by()).isEqualTo("Anna Lindqvist");
    assertThat(answer(CES_1).confirmed()).isNull();
    assertThat(answer(CES_1).corrected()).isNull();
    Optional<RecordedAnswers> beside =
        clinic.as(
            COLLEAGUE, services -> services.get(AnswersReading.class).newestOf(done.episodeId()));
    assertThat(beside).contains(recorded());
  }

  @Test
  void R4_192_a_therapist_confirms_answers_and_they_say_by_whom_and_when() {
    submitted();
    confirm(COLLEAGUE, 0, CES_1, CES_2);

    assertThat(answer(CES_1).confirmed().by()).isNotEqualTo("Anna Lindqvist").isNotBlank();
    assertThat(answer(CES_1).confirmed().at()).isEqualTo(clinic.now());
    assertThat(answer(CES_1).value()).isEqualTo("NO");
    assertThat(answer(CES_1).source().door()).as("as before").isEqualTo(Door.DESK);
    assertThat(answer(CES_2).confirmed()).isNotNull();
    assertThat(answer("answer.CES-3").confirmed()).isNull();
    assertThat(
            clinic.rows(
                "select detail from audit.events_of_clinic(null, null, 50) where entity_id = "
                    + intake
                    + " and action = 'CHANGE' and entity = 'QuestionnaireResponse'"))
        .contains("confirmed " + CES_1, "confirmed " + CES_2);
  }

  @Test
  void R4_193_twice_and_by_somebody_else_changes_nothing() {
    submitted();
    confirm(COLLEAGUE, 0, CES_1);
    Answer first = answer(CES_1);
    confirm(COLLEAGUE, 0, CES_1);
    confirm(LoadedDemonstration.PHYSICIAN, 0, CES_1);
    assertThat(confirmations()).isEqualTo("1");
    assertThat(answer(CES_1)).isEqualTo(first);
  }

  @Test
  void R4_193_what_was_corrected_since_the_page_was_drawn_is_not_confirmed() {
    submitted();
    confirm(COLLEAGUE, 0, CES_1);
    correct(CES_1, "NO", "UNSURE");
    assertThat(answer(CES_1).confirmed()).as("that was the answer before").isNull();
    assertThat(answer(CES_1).corrected().by()).isEqualTo("Anna Lindqvist");
    assertThatThrownBy(() -> confirm(COLLEAGUE, 0, CES_1))
        .hasMessageStartingWith("confirmation.outdated");

    confirm(COLLEAGUE, 1, CES_1);
    assertThat(answer(CES_1).confirmed()).isNotNull();
    assertThat(answer(CES_1).value()).isEqualTo("UNSURE");
    assertThat(confirmations()).as("of each value").isEqualTo("2");
  }

  @Test
  void R4_192_what_still_changes_and_what_has_no_answer_is_not_confirmed() {
    assertThatThrownBy(() -> confirm(COLLEAGUE, 0, CES_1))
        .hasMessageStartingWith("intake.notSubmitted");
    submitted();
    assertThatThrownBy(() -> confirm(COLLEAGUE, 0, CES_1, "running.shoes"))
        .hasMessageStartingWith("confirmation.noAnswer");
    assertThat(confirmations()).as("all or nothing").isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"0, YES, confirmed_as_it_stands", "1, NO, confirmed_as_corrected"})
  void R4_192_the_database_keeps_no_confirmation_of_another_answer(
      int number, String value, String rule) {
    submitted();
    assertThatThrownBy(() -> inserts(number, value)).hasStackTraceContaining(rule);
  }

  private void inserts(int number, String value) {
    clinic.as(
        COLLEAGUE,
        services ->
            services
                .get(EntityManager.class)
                .createNativeQuery(
                    "insert into intake_confirmation (id, intake_id, field, number, value,"
                        + " confirmed_at, confirmed_by) select nextval('record_seq'), ?1, ?2, ?3, ?4,"
                        + " now(), current_practitioner()")
                .setParameter(1, intake)
                .setParameter(2, CES_1)
                .setParameter(3, number)
                .setParameter(4, value)
                .executeUpdate());
  }

  @Test
  void R4_193_an_answer_that_came_by_a_correction_only_stands_among_them() {
    submitted();
    correct("running.shoes", "", "Red ones");
    Map<String, Answer> all =
        recorded().answers().stream().collect(Collectors.toMap(Answer::field, each -> each));
    assertThat(all.get("running.shoes").source()).isNull();
    assertThat(all.get("running.shoes").corrected()).isNotNull();
    confirm(COLLEAGUE, 1, "running.shoes");
    assertThat(answer("running.shoes").confirmed()).isNotNull();
  }
}
