package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.intake.DeskClinic.DESK;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistRow;

/** R4.20, R4.21: a consent is to the text that was shown, and one that had to wait is asked for. */
class IntakeConsentTest {

  private static final Map<String, String> SIGNED = Map.of("consent.signature", "Ana Whole");

  private final DeskClinic clinic = DeskClinic.open();
  private final long intake = clinic.begin();

  private List<String> consents() {
    return clinic.rows(
        "select text_version || '/' || language || '/' || text_hash from consent where intake_id = "
            + intake);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void R4_20_the_consent_names_the_text_that_was_shown(Language language) {
    clinic.typeAll(intake, language.name());
    clinic.sign(intake, language);
    assertThat(clinic.submit(intake, false)).isInstanceOf(Submitted.class);
    assertThat(consents()).containsExactly(clinic.text(language));
  }

  @Test
  void R4_20_a_consent_to_the_text_of_another_language_is_asked_for_again() {
    clinic.typeAll(intake, "es");
    clinic.sign(intake, Language.es);
    clinic.page(DESK, intake).types("person.language", "en");

    assertThat(((Incomplete) clinic.submit(intake, false)).problems())
        .extracting(problem -> problem.field() + " " + problem.problem())
        .containsExactly("consent.given changed", "consent.signature changed");
    assertThat(consents()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"YES", "0/en/00", "1/en/", "1"})
  void R4_20_a_consent_to_an_earlier_text_is_asked_for_again(String given) {
    clinic.typeAll(intake, "en");
    clinic.type(intake, "consent.given", given);
    assertThat(((Incomplete) clinic.submit(intake, false)).problems())
        .extracting(problem -> problem.field() + " " + problem.problem())
        .containsExactly("consent.given changed", "consent.signature missing");
  }

  private List<WorklistRow> waiting() {
    return clinic
        .as(DESK, services -> services.get(Worklist.class).of(List.of(Waiting.COMPLETE_RECORD), 0))
        .rows()
        .stream()
        .filter(row -> row.intakeId() == intake)
        .toList();
  }

  private void emergency(Consumer<EmergencyRecords> step) {
    clinic.as(
        DESK,
        services -> {
          step.accept(services.get(EmergencyRecords.class));
          return null;
        });
  }

  @Test
  void R4_21_a_stopped_intake_waits_for_its_consent_until_it_is_recorded() {
    clinic.typeAll(intake, "es");
    clinic.page(DESK, intake).types("answer.CES-2", "YES");
    Submitted done = (Submitted) clinic.submit(intake, true);
    assertThat(waiting()).extracting(WorklistRow::patientId).containsExactly(done.patientId());
    emergency(
        records -> {
          assertThat(records.ofPatient(done.patientId())).containsExactly(intake);
          assertThat(records.open(intake).identified()).isTrue();
          assertThat(records.open(intake).text().language()).isEqualTo(Language.es);
        });

    String english = clinic.text(Language.en);
    assertThatThrownBy(() -> emergency(r -> r.consent(new RecordConsent(intake, english, SIGNED))))
        .hasMessageStartingWith("consent.changed");
    String spanish = clinic.text(Language.es);
    emergency(records -> records.consent(new RecordConsent(intake, spanish, SIGNED)));
    assertThat(consents()).containsExactly(spanish);
    assertThat(waiting()).isEmpty();
    assertThatThrownBy(() -> emergency(r -> r.consent(new RecordConsent(intake, spanish, SIGNED))))
        .hasMessageStartingWith("consent.recorded");
  }

  @Test
  void R4_21_a_consent_given_before_the_stop_is_kept() {
    clinic.typeAll(intake, "en");
    clinic.sign(intake, Language.en);
    clinic.page(DESK, intake).types("answer.CES-2", "YES");
    assertThat(clinic.submit(intake, true)).isInstanceOf(Submitted.class);
    assertThat(consents()).containsExactly(clinic.text(Language.en));
    assertThat(waiting()).isEmpty();
  }

  @Test
  void R4_21_who_it_is_waits_too_and_is_recorded_once() {
    clinic.type(intake, "answer.CES-2", "YES", "person.birthDate", "31/2/1988");
    clinic.submit(intake, true);
    emergency(
        records -> records.consent(new RecordConsent(intake, clinic.text(Language.en), SIGNED)));
    assertThat(waiting()).hasSize(1);

    Map<String, String> typed = new HashMap<>();
    typed.put("person.familyName", "Found");
    typed.put("person.givenName", "Ana");
    typed.put("person.birthDate", "2990-01-01");
    typed.put("person.sex", "FEMALE");
    typed.put("person.language", "es");
    emergency(
        records ->
            assertThat(records.identify(new IdentifyPatient(intake, typed)))
                .containsExactly(
                    new FieldProblem(IntakeStep.PERSON, "person.birthDate", "future")));
    assertThat(waiting()).hasSize(1);

    typed.put("person.birthDate", "1988-02-28");
    emergency(
        records -> assertThat(records.identify(new IdentifyPatient(intake, typed))).isEmpty());
    assertThat(waiting()).isEmpty();
    assertThat(
            clinic.rows(
                "select p.family_name, p.birth_date from patient p join intake i"
                    + " on i.patient_id = p.id where i.id = "
                    + intake))
        .containsExactly("Found|1988-02-28");
    assertThat(
            clinic.rows(
                "select n.former_family_name, n.former_birth_date, n.family_name, n.birth_date, n.told_to"
                    + " = i.submitted_by from patient_identification n join intake i"
                    + " on i.patient_id = n.patient_id where i.id = "
                    + intake))
        .as("R2.60 before and after")
        .containsExactly("?|null|Found|1988-02-28|true");
    assertThat(
            clinic.rows(
                "select t.kind, t.words, t.at = n.told_at from timeline t"
                    + " join intake i on i.patient_id = t.patient_id"
                    + " join patient_identification n on n.id = t.record_id where i.id = "
                    + intake))
        .as("R2.60 in the timeline")
        .containsExactly("IDENTIFIED|? ?|true");
    assertThatThrownBy(() -> emergency(r -> r.identify(new IdentifyPatient(intake, typed))))
        .isInstanceOf(DomainRefusal.class)
        .hasMessageStartingWith("patient.identified");
  }

  @Test
  void R4_21_an_intake_that_lacks_nothing_takes_nothing_more() {
    assertThatThrownBy(() -> emergency(records -> records.open(intake)))
        .hasMessageStartingWith("intake.complete");
  }
}
