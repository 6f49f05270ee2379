package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.door.LinkClinic.DESK;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.service.intake.AcceptFor;
import org.pacegate.service.intake.AcceptNew;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IncompleteIntake;
import org.pacegate.service.intake.IntakeInbox;
import org.pacegate.service.intake.IntakeSubmission;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.PlainWords;
import org.pacegate.service.intake.ReceivedRow;
import org.pacegate.service.intake.RejectIntake;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.patient.PatientIdentities;
import org.pacegate.service.patient.PatientIdentity;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.patient.ReachPatient;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistRow;

/** R4.110: what a runner sent waits until staff take it in or reject it. */
class InboxTest {

  private final LinkClinic clinic = LinkClinic.open();

  private MadeLink sent(String... besides) {
    MadeLink link = clinic.link();
    String session = clinic.session(link);
    clinic.answersAll(session);
    if (besides.length > 0) {
      clinic.answers(session, besides);
      // A dangerous answer may ask for more.
      clinic.answersAll(session);
      clinic.answers(session, besides);
    }
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    return link;
  }

  private List<ReceivedRow> inbox() {
    return clinic.as(DESK, services -> services.get(IntakeInbox.class).received());
  }

  private Submitted acceptNew(MadeLink link) {
    return clinic.as(
        DESK,
        services ->
            services
                .get(IntakeInbox.class)
                .acceptNew(new AcceptNew(link.intakeId(), UUID.randomUUID(), PlainWords.ES)));
  }

  private void reject(MadeLink link, String reason) {
    clinic.as(
        DESK,
        services -> {
          services.get(IntakeInbox.class).reject(new RejectIntake(link.intakeId(), reason));
          return null;
        });
  }

  private List<WorklistRow> worklist(MadeLink link) {
    return clinic
        .as(DESK, services -> services.get(Worklist.class).of(Set.of(Waiting.TAKE_IN), 0))
        .rows()
        .stream()
        .filter(row -> row.intakeId() == link.intakeId())
        .toList();
  }

  @Test
  void R4_110_it_stands_in_the_inbox_and_on_the_worklist_until_it_is_taken_in() {
    MadeLink link = sent();
    assertThat(inbox()).extracting(ReceivedRow::intakeId).contains(link.intakeId());
    assertThat(worklist(link)).singleElement().satisfies(row -> assertThat(row.urgency()).isNull());

    Submitted done = acceptNew(link);
    assertThat(inbox()).extracting(ReceivedRow::intakeId).doesNotContain(link.intakeId());
    assertThat(worklist(link)).isEmpty();
    assertThat(clinic.rows("select family_name from patient where id = " + done.patientId()))
        .containsExactly("Linked");
    assertThat(acceptNew(link)).as("twice is once").isEqualTo(done);
  }

  @Test
  void R4_110_it_may_belong_to_a_patient_who_is_known() {
    MadeLink link = sent();
    long patient = Long.parseLong(clinic.rows("select min(id) from patient").get(0));
    Submitted done = acceptFor(link, patient);
    assertThat(done.patientId()).isEqualTo(patient);
    assertThat(
            clinic.rows(
                "select recorded_by is not null from consent where intake_id = " + link.intakeId()))
        .containsExactly("true");
  }

  @Test
  void R4_114_another_phone_that_a_known_runner_told_becomes_the_records() {
    MadeLink first = sent("person.phone", "+34 600 111 222", "person.email", "lena@example.org");
    long patient = acceptNew(first).patientId();
    MadeLink link = sent("person.phone", "+34 611 222 333");

    acceptFor(link, patient);

    assertThat(clinic.rows("select phone || ' ' || email from patient where id = " + patient))
        .containsExactly("+34 611 222 333 lena@example.org");
    assertThat(
            clinic.rows(
                "select phone || ' ' || email || ' ' || (intake_id = "
                    + link.intakeId()
                    + ") from patient_previous_contact where patient_id = "
                    + patient))
        .containsExactly("+34 600 111 222 lena@example.org true");
    MadeLink early = sent("person.phone", "+34 699 999 999");
    reach(patient, version(patient), "+34 611 222 444", "lena@example.org");
    acceptFor(early, patient);
    assertThat(clinic.rows("select phone from patient where id = " + patient))
        .as("what was told before the record's own does not replace it")
        .containsExactly("+34 611 222 444");
    acceptFor(sent("person.phone", "+34 611 222 444"), patient);
    assertThat(
            clinic.rows(
                "select count(*) from patient_previous_contact where patient_id = " + patient))
        .as("the same is no change")
        .containsExactly("2");
  }

  @Test
  void R4_114_a_phone_that_cannot_be_is_named_at_the_door() {
    MadeLink link = clinic.link();
    String session = clinic.session(link);
    clinic.answersAll(session);

    clinic.answers(session, "person.phone", "call me <script>");
    assertThat(clinic.open(session).problems())
        .extracting(FieldProblem::field)
        .containsExactly("person.phone");
  }

  @Test
  void R4_114_a_phone_that_the_desk_mistyped_is_named_also_for_a_known_patient() {
    long patient = acceptNew(sent()).patientId();
    long intake = clinic.as(DESK, services -> services.get(Intakes.class).startFor(patient));
    clinic.types(intake, "person.phone", "call me");
    assertThat(problems(intake)).contains("person.phone");

    clinic.types(intake, "person.phone", "+34 600 000 111");
    assertThat(problems(intake)).doesNotContain("person.phone");
  }

  private List<String> problems(long intake) {
    return clinic
        .as(DESK, services -> services.get(IntakeSubmission.class).problems(intake))
        .stream()
        .map(FieldProblem::field)
        .toList();
  }

  @Test
  void R2_62_the_desk_records_another_phone_once() {
    long patient = acceptNew(sent("person.phone", "+34 600 444 555")).patientId();
    long version = version(patient);
    reach(patient, version, "+34 600 444 556", "");

    assertThat(clinic.rows("select phone, email is null from patient where id = " + patient))
        .containsExactly("+34 600 444 556|true");
    assertThatThrownBy(() -> reach(patient, version, "+34 600 444 557", ""))
        .as("a second tab")
        .isInstanceOf(LostUpdate.class);
    assertThatThrownBy(() -> reach(patient, version(patient), "+34 600 444 556", ""))
        .isInstanceOf(DomainRefusal.class);
    PatientIdentity known =
        clinic.as(DESK, services -> services.get(PatientRecords.class).open(patient, 0)).identity();
    assertThat(known.contact().phone()).isEqualTo("+34 600 444 556");
    assertThat(known.previousContacts())
        .extracting(before -> before.contact().phone())
        .containsExactly("+34 600 444 555");
  }

  private long version(long patient) {
    return Long.parseLong(clinic.rows("select version from patient where id = " + patient).get(0));
  }

  private void reach(long patient, long version, String phone, String email) {
    clinic.as(
        DESK,
        services -> {
          services
              .get(PatientIdentities.class)
              .reach(new ReachPatient(patient, version, phone, email));
          return null;
        });
  }

  @Test
  void R4_110_what_has_to_be_settled_first_keeps_no_patient() {
    MadeLink link = clinic.link();
    clinic.types(link.intakeId(), "complaint.side", "RIGHT");
    String session = clinic.session(link);
    clinic.answersAll(session);
    clinic.send(session);
    long patient = Long.parseLong(clinic.rows("select min(id) from patient").get(0));
    assertThatThrownBy(() -> acceptFor(link, patient))
        .isInstanceOfSatisfying(
            IncompleteIntake.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(FieldProblem::field)
                    .containsExactly("complaint.side"));
    assertThat(clinic.rows("select patient_id from intake where id = " + link.intakeId()))
        .containsExactly("null");
    assertThatThrownBy(() -> acceptFor(link, -1)).isInstanceOf(NoSuchRecord.class);
  }

  private Submitted acceptFor(MadeLink link, long patient) {
    return clinic.as(
        DESK,
        services ->
            services
                .get(IntakeInbox.class)
                .acceptFor(
                    new AcceptFor(link.intakeId(), patient, UUID.randomUUID(), PlainWords.ES)));
  }

  @Test
  void R4_113_a_danger_that_the_runner_took_back_is_decided_on_by_a_professional() {
    MadeLink link = clinic.link();
    String session = clinic.session(link);
    clinic.answersAll(session);
    clinic.answers(session, "answer.DVT-1", "YES", "answer.DVT-1-LUNG", "YES");
    clinic.answers(session, "answer.DVT-1", "NO", "answer.DVT-1-LUNG", "");
    assertThat(clinic.send(session))
        .isInstanceOfSatisfying(DoorState.Sent.class, sent -> assertThat(sent.urgency()).isNull());
    List<FiredRule> takenBack =
        clinic.as(DESK, services -> services.get(IntakeInbox.class).takenBack(link.intakeId()));
    assertThat(takenBack).extracting(FiredRule::urgency).contains(Urgency.U0_EMERGENCY_NOW);

    Submitted done = acceptNew(link);
    assertThat(
            clinic.rows(
                "select urgency from screening_flag where screening_id = "
                    + done.screeningId()
                    + " and urgency = 'U0_EMERGENCY_NOW'"))
        .isNotEmpty();
    assertThat(clinic.rows("select status from screening where id = " + done.screeningId()))
        .containsExactly("POSITIVE_OPEN");
  }

  @Test
  void R4_110_rejected_with_a_reason_it_stays_readable() {
    MadeLink link = sent();
    assertThatThrownBy(() -> reject(link, " ")).hasMessageStartingWith("invalid.reason.missing");
    reject(link, "Sent twice.");
    assertThat(inbox()).extracting(ReceivedRow::intakeId).doesNotContain(link.intakeId());
    assertThat(clinic.atTheDesk(link.intakeId()).entries())
        .containsEntry("complaint.words", "It clicks.");
    assertThatThrownBy(() -> acceptNew(link)).hasMessageStartingWith("intake.notDraft");
    assertThatThrownBy(() -> reject(link, "again")).hasMessageStartingWith("intake.notReceived");
  }

  @Test
  void R4_110_what_nobody_sent_is_not_in_it() {
    MadeLink link = clinic.link();
    assertThat(inbox()).extracting(ReceivedRow::intakeId).doesNotContain(link.intakeId());
    assertThatThrownBy(() -> acceptNew(link)).hasMessageStartingWith("intake.notReceived");
  }

  @Test
  void R4_101_a_danger_is_first_is_not_rejected_and_its_clock_runs_on() {
    LinkClinic later = LinkClinic.afresh();
    MadeLink link = later.link();
    String session = later.session(link);
    later.answersAll(session);
    later.answers(session, "answer.DVT-1", "YES");
    later.answers(session, "answer.DVT-1-LUNG", "YES");
    later.answersAll(session);
    later.answers(session, "answer.DVT-1", "YES", "answer.DVT-1-LUNG", "YES");
    assertThat(later.send(session)).isInstanceOf(DoorState.Sent.class);
    assertThat(((DoorState.Sent) later.send(session)).urgency())
        .isEqualTo(Urgency.U0_EMERGENCY_NOW);
    assertThat(
            later
                .as(DESK, services -> services.get(IntakeInbox.class).received())
                .get(0)
                .intakeId())
        .isEqualTo(link.intakeId());
    assertThatThrownBy(
            () ->
                later.as(
                    DESK,
                    services -> {
                      services
                          .get(IntakeInbox.class)
                          .reject(new RejectIntake(link.intakeId(), "no time"));
                      return null;
                    }))
        .hasMessageStartingWith("intake.dangerous");

    String due = later.rows("select act_by from intake where id = " + link.intakeId()).get(0);
    later.pass(Duration.ofMinutes(4));
    Submitted done =
        later.as(
            DESK,
            services ->
                services
                    .get(IntakeInbox.class)
                    .acceptNew(new AcceptNew(link.intakeId(), UUID.randomUUID(), PlainWords.ES)));
    assertThat(later.rows("select act_by from screening where id = " + done.screeningId()))
        .containsExactly(due);
    assertThat(
            later.rows(
                "select distinct act_by from screening_flag where urgency = 'U0_EMERGENCY_NOW' and"
                    + " screening_id = "
                    + done.screeningId()))
        .containsExactly(due);
  }
}
