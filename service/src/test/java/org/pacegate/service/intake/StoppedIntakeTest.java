package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.intake.DeskClinic.DESK;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Fact;
import org.pacegate.service.diagnosis.DiagnosisDesks;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.patient.PatientRecord;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.screening.FlagView;
import org.pacegate.service.screening.ScreeningView;
import org.pacegate.service.screening.Screenings;

/** R4.8: nothing unrelated holds up an emergency. */
class StoppedIntakeTest {

  private final DeskClinic clinic = DeskClinic.open();
  private final long intake = clinic.begin();

  private Submitted stop() {
    return (Submitted) clinic.submit(intake, true);
  }

  private ScreeningView screening(Submitted done) {
    return clinic.as(DESK, services -> services.get(Screenings.class).view(done.screeningId()));
  }

  private PatientRecord record(Submitted done) {
    return clinic.as(
        DESK, services -> services.get(PatientRecords.class).open(done.patientId(), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "running.kmPerWeek, abc",
    "running.kmPerWeek, 1E-2147483647",
    "running.shoeKm, -1",
    "person.birthDate, 31/2/1988",
    "person.birthDate, 2990-01-01",
    "person.sex, x",
    "person.phone, call me",
    "person.email, no address",
    "complaint.onsetDate, 2990-01-01",
    "complaint.onsetDate, yesterday",
    "complaint.bodySite, TAIL",
    "answer.CES-T, 2990-01-01",
    "answer.CES-T, 31/2/2026",
    "answer.CES-5, MAYBE"
  })
  void R4_8_what_cannot_be_read_does_not_hold_up_an_emergency(String field, String typed) {
    clinic.type(intake, "person.familyName", "Stopped", "answer.CES-1", "YES", field, typed);
    Submitted done = stop();

    assertThat(screening(done).flags()).extracting(FlagView::ruleId).contains("CES-1");
    assertThat(record(done).header().familyName()).isEqualTo("Stopped");
    assertThat(clinic.entries(intake)).containsEntry(field, typed);
  }

  @Test
  void R4_8_somebody_without_a_name_is_registered_as_unknown() {
    clinic.type(intake, "answer.CES-2", "YES");
    Submitted done = stop();

    PatientRecord record = record(done);
    assertThat(record.header().familyName()).isEqualTo("?");
    assertThat(record.header().birthDate()).isNull();
    assertThat(record.header().age()).isNull();
    assertThat(record.episodes().get(0).state().name()).isEqualTo("LOCKED_RED_FLAG");
    assertThat(clinic.rows("select count(*) from consent where intake_id = " + intake))
        .containsExactly("0");
    clinic.as(
        DeskClinic.COLLEAGUE,
        services -> services.get(DiagnosisDesks.class).open(done.episodeId()));
  }

  @Test
  void R1_13_only_what_was_answered_fires_and_the_rest_is_missing() {
    clinic.type(
        intake,
        "person.birthDate",
        "1990-05-14",
        "complaint.onsetDate",
        "2026-01-10",
        "answer.CES-1",
        "YES",
        "answer.CES-5",
        "NO");
    ScreeningView screening = screening(stop());

    assertThat(screening.flags()).extracting(FlagView::ruleId).containsExactly("CES-1");
    assertThat(screening.flags().get(0).inputs().values()).doesNotContain("UNANSWERED");
    assertThat(screening.status().name()).isEqualTo("POSITIVE_OPEN");
    assertThat(screening.missing()).contains("CES-2", "FX-1", "INF-1", "AAA-1");
    assertThat(screening.missing()).doesNotContain("CES-1", "CES-5");
  }

  @Test
  void R4_8_what_can_be_read_is_recorded() {
    clinic.type(
        intake,
        "person.birthDate",
        "1990-05-14",
        "person.phone",
        "600 123 123",
        "complaint.bodySite",
        "SACRUM",
        "complaint.words",
        "It hurts.",
        "running.kmPerWeek",
        "42,5",
        "answer.FX-1",
        "YES");
    Submitted done = stop();

    assertThat(
            clinic.rows(
                "select body_site, complaint, onset_known, onset_date = current_date"
                    + " from episode where id = "
                    + done.episodeId()))
        .containsExactly("SACRUM|It hurts.|false|true");
    assertThat(clinic.rows("select phone from patient where id = " + done.patientId()))
        .containsExactly("600 123 123");
    assertThat(clinic.rows("select km_per_week from running_profile where intake_id = " + intake))
        .containsExactly("42.50");
  }

  @Test
  void R4_8_an_unknown_onset_stays_unknown_at_the_next_screening() {
    clinic.type(intake, "person.birthDate", "1990-05-14", "answer.CES-1", "YES");
    Submitted done = stop();
    long again =
        clinic.as(DESK, services -> services.get(Intakes.class).rescreen(done.episodeId()));
    Answers facts =
        clinic.as(
            DESK,
            services ->
                services
                    .get(IntakeReading.class)
                    .answers(
                        services.get(EntityManager.class).find(Intake.class, again),
                        new Entries(Map.of())));

    assertThat(facts.has(Fact.BIRTH_DATE)).isTrue();
    assertThat(facts.has(Fact.ONSET)).isFalse();
  }

  @Test
  void R4_8_without_a_dangerous_answer_everything_has_to_be_there() {
    clinic.type(intake, "person.familyName", "Calm", "answer.CES-1", "NO");
    assertThat(((Incomplete) clinic.submit(intake, true)).problems())
        .extracting(FieldProblem::field)
        .contains("person.givenName", "complaint.words", "answer.CES-2", "consent.given");
  }

  @Test
  void R4_8_a_known_episode_is_stopped_too_and_locks() {
    long episode =
        Long.parseLong(
            clinic.rows("select id from episode where state = 'PLAN_ACTIVE' limit 1").get(0));
    long again = clinic.as(DESK, services -> services.get(Intakes.class).rescreen(episode));
    clinic.type(again, "answer.CES-2", "YES", "answer.CES-T", "soon");
    assertThat(clinic.submit(again, true)).isInstanceOf(Submitted.class);

    assertThat(clinic.rows("select state from episode where id = " + episode))
        .containsExactly("LOCKED_RED_FLAG");
    assertThat(clinic.rows("select state from care_plan where episode_id = " + episode))
        .contains("SUSPENDED");
    assertThat(
            clinic.rows(
                "select action || ' ' || detail from audit.events_of_clinic(null, null, 500)"
                    + " where entity = 'ServiceRequest' order by id desc limit 1"))
        .as("who is asked outside is audited with the screening that asks")
        .singleElement()
        .asString()
        .startsWith("CREATE DRAFT U0_EMERGENCY_NOW");
  }

  @Test
  void R4_3_a_second_submission_gives_the_result_of_the_first() {
    clinic.type(intake, "answer.CES-2", "YES");
    assertThat(List.of(stop(), stop()).stream().distinct()).hasSize(1);
  }
}
