package org.pacegate.service.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.diagnosis.ReviewKind;
import org.pacegate.domain.diagnosis.ReviewOutcome;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.service.screening.DangerClinic;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.testing.TestClinics;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.service.worklist.WorklistRow;

/** R6.51 to R6.53 on PostgreSQL. */
class DiagnosisReviewsTest {

  private static final Instant NOW = Instant.parse("2026-06-19T10:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 6, 19);
  private static final TestClinics CLINICS = new TestClinics(NOW);
  private static int count;

  private DangerClinic clinic;
  private long doctor;
  private long episode;
  private long diagnosis;

  @BeforeEach
  void openTheClinic() {
    CLINICS.turnTo(NOW);
    clinic = DangerClinic.open(CLINICS, "reviews" + ++count);
    doctor =
        CLINICS.as(
            clinic.login("doc"),
            services -> services.get(ClinicContext.class).acting().practitionerId());
    episode = clinic.raise().episode();
    diagnosis = sign(null, null);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private long sign(Long revises, String why) {
    return CLINICS.as(
        clinic.login("doc"),
        services ->
            services
                .get(Diagnoses.class)
                .sign(
                    new SignDiagnosis(
                        episode,
                        revises,
                        why,
                        "M54.59",
                        "as found",
                        BodySite.LOW_BACK,
                        VerificationStatus.CONFIRMED,
                        List.of(),
                        clinic.doctorsPassword(),
                        UUID.randomUUID())));
  }

  private <T> T by(String who, Function<DiagnosisReviews, T> work) {
    return CLINICS.as(
        clinic.login(who), services -> work.apply(services.get(DiagnosisReviews.class)));
  }

  private AskReview question(ReviewKind kind, UUID key) {
    return new AskReview(diagnosis, kind, "worse after two weeks", doctor, DAY.plusDays(7), key);
  }

  private List<WorklistRow> seenBy(String who, Function<Worklist, WorklistPage> list) {
    return CLINICS
        .as(clinic.login(who), services -> list.apply(services.get(Worklist.class)))
        .rows();
  }

  private long ask() {
    return by("ther", reviews -> reviews.ask(question(ReviewKind.REVIEW, UUID.randomUUID())));
  }

  private void answer(long review, long version, ReviewOutcome outcome, String password) {
    by(
        "doc",
        reviews -> {
          reviews.answer(new AnswerReview(review, version, outcome, "my reasons", password));
          return null;
        });
  }

  private ReviewLine line(String who) {
    return by(who, reviews -> reviews.ofEpisode(episode)).lines().get(0);
  }

  private List<WorklistRow> waiting() {
    return CLINICS.as(
        clinic.login("doc"),
        services -> services.get(Worklist.class).of(List.of(Waiting.REVIEW_DIAGNOSIS), 0).rows());
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private DiagnosisView standing() {
    return CLINICS
        .as(clinic.login("doc"), services -> services.get(DiagnosisDesks.class).open(episode))
        .diagnoses()
        .get(0);
  }

  @Test
  void R6_53_what_a_therapist_asks_waits_for_the_physicians() {
    assertThat(waiting()).isEmpty();
    ask();
    assertThat(waiting())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.episodeId()).isEqualTo(episode);
              assertThat(row.actBy())
                  .as("the end of the day at the clinic")
                  .isEqualTo(Instant.parse("2026-06-26T22:00:00Z"));
            });
    assertThat(seenBy("ther", list -> list.mine(0)))
        .extracting(WorklistRow::waitsFor)
        .doesNotContain(Waiting.REVIEW_DIAGNOSIS);
    assertThat(seenBy("doc", list -> list.inbox(0)))
        .extracting(WorklistRow::waitsFor)
        .contains(Waiting.REVIEW_DIAGNOSIS);
    assertThat(standing().openReviews()).isEqualTo(1);
    ReviewLine seen = line("ther");
    assertThat(seen.open()).isTrue();
    assertThat(seen.overdue()).isFalse();
    assertThat(seen.withdrawable()).isTrue();
    assertThat(seen.answerable()).isFalse();
    assertThat(line("doc").answerable()).isTrue();

    CLINICS.pass(Duration.ofDays(7));
    assertThat(line("ther").overdue()).as("its day is not over").isFalse();
    CLINICS.pass(Duration.ofDays(1));
    assertThat(line("ther").overdue()).isTrue();
  }

  @Test
  void R6_53_one_of_a_kind_at_a_time_and_a_second_click_asks_once() {
    UUID key = UUID.randomUUID();
    long first = by("ther", reviews -> reviews.ask(question(ReviewKind.REVIEW, key)));
    long second = by("ther", reviews -> reviews.ask(question(ReviewKind.REVIEW, key)));
    assertThat(second).isEqualTo(first);
    refused("review.open", this::ask);
    refused(
        "submission.keyUsed",
        () -> by("ther", reviews -> reviews.ask(question(ReviewKind.SECOND_OPINION, key))));
    refused(
        "invalid.owner.signer",
        () ->
            by(
                "ther",
                reviews -> reviews.ask(question(ReviewKind.SECOND_OPINION, UUID.randomUUID()))));
    assertThat(by("ther", reviews -> reviews.ofEpisode(episode)).lines()).hasSize(1);
  }

  @Test
  void R6_53_it_is_asked_of_a_physician_of_the_clinic() {
    long therapist =
        CLINICS.as(
            clinic.login("ther"),
            services -> services.get(ClinicContext.class).acting().practitionerId());
    for (long nobody : new long[] {therapist, 0}) {
      refused(
          "invalid.owner.missing",
          () ->
              by(
                  "ther",
                  reviews ->
                      reviews.ask(
                          new AskReview(
                              diagnosis,
                              ReviewKind.REVIEW,
                              "worse",
                              nobody,
                              DAY,
                              UUID.randomUUID()))));
    }
  }

  @Test
  void R6_51_an_answer_is_signed_and_changes_no_diagnosis() {
    long review = ask();
    refused("password.wrong", () -> answer(review, 1, ReviewOutcome.DOUBTED, "wrong"));
    assertThatThrownBy(() -> answer(review, 9, ReviewOutcome.DOUBTED, clinic.doctorsPassword()))
        .isInstanceOf(LostUpdate.class);
    answer(review, 1, ReviewOutcome.DOUBTED, clinic.doctorsPassword());
    refused(
        "review.closed", () -> answer(review, 2, ReviewOutcome.STANDS, clinic.doctorsPassword()));

    assertThat(waiting()).isEmpty();
    assertThat(standing().doubted()).isTrue();
    assertThat(standing().endedAt()).isNull();
    assertThat(line("ther").answer()).isEqualTo("my reasons");
    assertThat(
            clinic.rows(
                "select action || ' ' || detail from audit.events_of_clinic(null, null, 500)"
                    + " where entity = 'DiagnosisReview' order by id"))
        .containsExactly(
            "CREATE REVIEW asked of " + doctor + ", due 2026-06-26", "SIGN REVIEW DOUBTED");

    long again = ask();
    answer(again, 1, ReviewOutcome.STANDS, clinic.doctorsPassword());
    assertThat(standing().doubted()).as("the last answer counts").isFalse();
  }

  @Test
  void R6_52_it_ends_with_the_diagnosis_or_with_who_asked() {
    long review = ask();
    refused(
        "review.notYours",
        () ->
            by(
                "doc",
                reviews -> {
                  reviews.withdraw(new WithdrawReview(review, 1));
                  return null;
                }));
    by(
        "ther",
        reviews -> {
          reviews.withdraw(new WithdrawReview(review, 1));
          return null;
        });
    assertThat(waiting()).isEmpty();

    long settled = ask();
    assertThat(waiting()).hasSize(1);
    sign(diagnosis, "the MRI says so");
    assertThat(waiting()).isEmpty();
    refused(
        "diagnosis.ended",
        () -> answer(settled, 1, ReviewOutcome.STANDS, clinic.doctorsPassword()));
    refused("diagnosis.ended", this::ask);
  }

  @Test
  void R6_53_another_clinic_finds_none() {
    long review = ask();
    DangerClinic own = clinic;
    clinic = DangerClinic.open(CLINICS, "stranger" + ++count);
    assertThatThrownBy(() -> answer(review, 1, ReviewOutcome.STANDS, clinic.doctorsPassword()))
        .isInstanceOf(NoSuchRecord.class);
    assertThatThrownBy(this::ask).isInstanceOf(NoSuchRecord.class);
    assertThat(waiting()).isEmpty();
    clinic = own;
  }

  @Test
  void R6_53_by_sql_neither() {
    long review = ask();
    String answered =
        "update diagnosis_review set outcome = 'STANDS', answer = 'x', answered_at ="
            + " '2026-06-19T10:00:00Z', answered_on = '2026-06-19', answered_by = "
            + doctor
            + ", licence_id = (select id from licence where practitioner_id = %s) where id = "
            + review;
    sqlRefused(
        "review_answered_with_licence",
        answered
            .replace("answered_by = " + doctor, "answered_by = asked_by")
            .formatted(Long.toString(doctor)));
    sqlRefused(
        "review_answer_day_of_clinic",
        answered.formatted(doctor).replace("'2026-06-19',", "'2026-06-18',"));
    sqlRefused("review_answered_whole", "update diagnosis_review set answer = 'x'");
    sqlRefused(
        "review_withdrawn_by_asker",
        "update diagnosis_review set withdrawn_at = now(), withdrawn_by = " + doctor);
    sqlRefused("diagnosis_review", "update diagnosis_review set reason = 'other'");
    sqlRefused("diagnosis_review", "delete from diagnosis_review");
    answer(review, 1, ReviewOutcome.STANDS, clinic.doctorsPassword());
    sqlRefused("diagnosis_review_stands", "update diagnosis_review set outcome = 'DOUBTED'");
  }

  private void sqlRefused(String says, String sql) {
    assertThatThrownBy(
            () ->
                clinic.as(
                    "doc",
                    services ->
                        services.get(EntityManager.class).createNativeQuery(sql).executeUpdate()))
        .hasStackTraceContaining(says);
  }
}
