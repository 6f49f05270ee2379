package org.pacegate.service.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.door.LinkClinic.DESK;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.Question;
import org.pacegate.service.intake.AcceptFor;
import org.pacegate.service.intake.AcceptNew;
import org.pacegate.service.intake.AmendIntake;
import org.pacegate.service.intake.IntakeInbox;
import org.pacegate.service.intake.IntakeResponses;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.KeepAnswer;
import org.pacegate.service.intake.PlainWords;

/** R4.173, R4.174: what a returning runner may keep, and how that is kept. */
class LastAnswersTest {

  private static final String CANCER = "answer.MAL-1";
  private static final String FRACTURE = "answer.BSI-4";

  private final LinkClinic clinic = LinkClinic.open();

  /** Somebody who was here before. */
  private record Before(long patientId, long intakeId) {}

  /** Somebody whose first intake, about the back, is on record with these answers. */
  private Before recorded(String... besides) {
    MadeLink link = clinic.link();
    String session = clinic.session(link);
    clinic.answersAll(session);
    clinic.answers(session, "complaint.bodySite", "LOW_BACK", "complaint.side", "MIDLINE");
    clinic.answers(session, besides);
    answersTheRest(session);
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    return new Before(accepted(link), link.intakeId());
  }

  private void answersTheRest(String session) {
    for (IntakeView view = clinic.open(session).intake(); !view.open().isEmpty(); ) {
      Question next = view.rules().question(view.open().get(0)).orElseThrow();
      view = clinic.answers(session, "answer." + next.linkId(), LinkClinic.no(next));
    }
  }

  private long accepted(MadeLink link) {
    return clinic.as(
        DESK,
        services ->
            services
                .get(IntakeInbox.class)
                .acceptNew(new AcceptNew(link.intakeId(), UUID.randomUUID(), PlainWords.ES))
                .patientId());
  }

  private MadeLink again(Before before) {
    return clinic.as(
        DESK,
        services ->
            services
                .get(IntakeLinks.class)
                .beginFor(new BeginForPatient(before.patientId(), UUID.randomUUID(), Language.en)));
  }

  private String returning(Before before) {
    return clinic.session(again(before));
  }

  private IntakeView open(String session) {
    return clinic.open(session).intake();
  }

  @Test
  void R4_173_what_lasts_is_shown_and_stays_open_until_it_is_kept() {
    Before before = recorded(CANCER, "YES", "answer.MAL-1-TYPE", "BREAST", FRACTURE, "NO");
    MadeLink link = again(before);
    String session = clinic.session(link);

    IntakeView view = open(session);
    assertThat(view.lastTime()).containsOnlyKeys(CANCER);
    assertThat(view.entries()).doesNotContainKey(CANCER);
    assertThat(view.open()).contains("MAL-1", "CES-1", "BSI-4");

    view = clinic.keeps(session, CANCER, "YES");
    assertThat(view.entries()).containsEntry(CANCER, "YES");
    assertThat(view.open()).doesNotContain("MAL-1").contains("CES-1");
    assertThat(view.entries()).as("asked anew").doesNotContainKey("answer.MAL-1-TYPE");
    assertThat(clinic.atTheDesk(link.intakeId()).sources().get(CANCER))
        .satisfies(
            kept -> {
              assertThat(kept.door()).isEqualTo(Door.LINK);
              assertThat(kept.by()).isNull();
              assertThat(kept.before()).isBeforeOrEqualTo(kept.at());
            });
  }

  @Test
  void R4_174_what_was_kept_is_taken_back_from_an_intake_that_is_somebody_elses() {
    Before before = recorded(CANCER, "YES");
    MadeLink link = again(before);
    clinic.keeps(clinic.session(link), CANCER, "YES");

    clinic.as(DESK, services -> services.get(Intakes.class).useSomebodyNew(link.intakeId()));

    assertThat(clinic.atTheDesk(link.intakeId()).entries().getOrDefault(CANCER, "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"answer.MAL-1, NO", "answer.MAL-1, UNSURE", "answer.INF-3, YES", "answer.MAL-3, YES"})
  void R4_173_no_and_not_sure_and_how_somebody_is_are_asked_anew(String field, String said) {
    String session = returning(recorded(field, said));
    assertThat(open(session).lastTime()).isEmpty();
    assertThat(clinic.keeps(session, field, said).entries()).doesNotContainKey(field);
  }

  @ParameterizedTest
  @CsvSource({"answer.MAL-1, NO", "answer.CES-1, YES", "answer.BSI-4, YES", "person.sex, MALE"})
  void R4_174_nothing_is_kept_that_was_not_shown(String field, String said) {
    String session = returning(recorded(CANCER, "YES"));
    assertThat(clinic.keeps(session, field, said).entries()).doesNotContainKey(field);
  }

  @Test
  void R4_173_it_is_asked_only_where_the_region_asks_it_now() {
    String session = returning(recorded(CANCER, "YES", FRACTURE, "YES"));
    clinic.answers(session, "complaint.bodySite", "KNEE");
    assertThat(open(session).lastTime()).containsOnlyKeys(FRACTURE);
  }

  @Test
  void R4_173_a_correction_counts_and_a_newer_answer_too() {
    Before before = recorded(CANCER, "YES", FRACTURE, "YES");
    clinic.as(
        DESK,
        services ->
            services
                .get(IntakeResponses.class)
                .amend(
                    new AmendIntake(
                        before.intakeId(), CANCER, "YES", "NO", "misheard", UUID.randomUUID())));
    MadeLink second = again(before);
    String session = clinic.session(second);
    assertThat(open(session).lastTime()).containsOnlyKeys(FRACTURE);

    clinic.answers(session, FRACTURE, "NO");
    clinic.answersUnsigned(session);
    answersTheRest(session);
    sign(session);
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    accept(second, before);
    assertThat(open(returning(before)).lastTime()).isEmpty();
  }

  private void sign(String session) {
    clinic.answers(
        session,
        "consent.given",
        clinic.text(Language.es),
        "consent.signed",
        clinic.text(Language.es),
        "consent.signature",
        "Lena Linked");
  }

  private void accept(MadeLink link, Before before) {
    clinic.as(
        DESK,
        services ->
            services
                .get(IntakeInbox.class)
                .acceptFor(
                    new AcceptFor(
                        link.intakeId(), before.patientId(), UUID.randomUUID(), PlainWords.ES)));
  }

  @Test
  void R4_174_the_record_says_that_it_was_confirmed_by_whom_and_when() {
    Before before = recorded(FRACTURE, "YES");
    MadeLink link = again(before);
    String session = clinic.session(link);
    clinic.keeps(session, FRACTURE, "YES");
    clinic.answersUnsigned(session);
    answersTheRest(session);
    sign(session);
    assertThat(clinic.send(session)).isInstanceOf(DoorState.Sent.class);
    accept(link, before);

    assertThat(
            clinic.rows("select content from intake_response where intake_id = " + link.intakeId()))
        .singleElement()
        .asString()
        .containsPattern("\"confirms\":\"[^\"]+Z\",\"display\":\"Lena Linked\",\"door\":\"LINK\"");
    assertThat(
            clinic.rows(
                "select kept_from from intake_entry_history where kept_from is not null and intake_id = "
                    + link.intakeId()))
        .containsExactly(String.valueOf(before.intakeId()));
  }

  @Test
  void R4_174_staff_keep_it_at_the_desk_and_are_named() {
    Before before = recorded(CANCER, "YES");
    long intake =
        clinic.as(DESK, services -> services.get(Intakes.class).startFor(before.patientId()));
    assertThat(clinic.atTheDesk(intake).lastTime()).containsOnlyKeys(CANCER);
    IntakeView kept =
        clinic.as(
            DESK,
            services ->
                services
                    .get(Intakes.class)
                    .keepLast(new KeepAnswer(intake, UUID.randomUUID(), CANCER, "YES")));
    assertThat(kept.sources().get(CANCER))
        .satisfies(
            source -> {
              assertThat(source.door()).isEqualTo(Door.DESK);
              assertThat(source.by()).isNotBlank();
              assertThat(source.before()).isNotNull();
            });
    clinic.types(intake, CANCER, "NO");
    assertThat(clinic.atTheDesk(intake).sources().get(CANCER).before())
        .as("another answer is nobody's confirmation")
        .isNull();
  }

  @Test
  void R4_174_the_database_keeps_nothing_of_another_patient() {
    Before other = recorded(CANCER, "YES");
    MadeLink link = again(recorded(CANCER, "YES"));
    assertThatThrownBy(
            () ->
                clinic.as(
                    DESK,
                    services ->
                        services
                            .get(EntityManager.class)
                            .createNativeQuery(
                                "insert into intake_entry (intake_id, field, value, entered_at, entered_by, door, page, kept_from)"
                                    + " select id, '%s', 'YES', now(), started_by, 'DESK', 'p', %d from intake where id = %d"
                                        .formatted(CANCER, other.intakeId(), link.intakeId()))
                            .executeUpdate()))
        .rootCause()
        .hasMessageContaining("only what the same patient answered before can be kept");
  }
}
