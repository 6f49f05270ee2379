package org.pacegate.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.InMemoryRecords;
import org.pacegate.domain.fixtures.Policies;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.injury.BodySite;

/** R6.50. */
class DiagnosisReviewTest {

  private static final long THERAPIST = 31;
  private static final UUID KEY = new UUID(5, 6);

  private final ClinicClock clock = new ClinicClock();
  private final Professional signer = Professional.aPhysician();
  private final Diagnosis diagnosis =
      InMemoryRecords.identify(
          new Diagnosis(
              1,
              Drafts.diagnosis(Drafts.STRAIN, BodySite.LOW_BACK, VerificationStatus.CONFIRMED),
              null,
              signer.licence(),
              DiagnosisPolicy.PHYSICIAN_ONLY,
              LimitedSince.NEVER,
              clock.by(signer.id())),
          500);

  private DiagnosisReview asked(ReviewKind kind, long owner, LocalDate due) {
    return InMemoryRecords.identify(
        new DiagnosisReview(
            diagnosis, kind, "worse after two weeks", owner, due, KEY, clock.by(THERAPIST)),
        600);
  }

  private DiagnosisReview review() {
    return asked(ReviewKind.REVIEW, signer.id(), clock.today());
  }

  private void answer(DiagnosisReview review, ReviewOutcome outcome, String words) {
    review.answer(
        diagnosis,
        outcome,
        words,
        signer.licence(),
        DiagnosisPolicy.PHYSICIAN_ONLY,
        clock.by(signer.id()));
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "28, true", "29, false"})
  void r6_50_anAnswerIsDueWithinFourWeeks(int days, boolean accepted) {
    LocalDate due = clock.today().plusDays(days);
    if (accepted) {
      assertThat(asked(ReviewKind.REVIEW, signer.id(), due).dueOn()).isEqualTo(due);
    } else {
      refused("invalid.dueOn.bounds", () -> asked(ReviewKind.REVIEW, signer.id(), due));
    }
  }

  @Test
  void r6_50_itSaysWhyAndByWhen() {
    refused("invalid.dueOn.missing", () -> asked(ReviewKind.REVIEW, signer.id(), null));
    refused(
        "invalid.reason.missing",
        () ->
            new DiagnosisReview(
                diagnosis,
                ReviewKind.REVIEW,
                "  ",
                signer.id(),
                clock.today(),
                KEY,
                clock.by(THERAPIST)));
  }

  @Test
  void r6_50_whatNoLongerStandsIsNotDoubted() {
    DiagnosisReview open = review();
    diagnosis.end(VerificationStatus.REFUTED, "MRI", clock.by(signer.id()));
    refused("diagnosis.ended", this::review);
    refused("diagnosis.ended", () -> answer(open, ReviewOutcome.STANDS, "fits"));
  }

  @Test
  void r6_50_aSecondOpinionIsAnothersThanTheSigners() {
    refused(
        "invalid.owner.signer", () -> asked(ReviewKind.SECOND_OPINION, signer.id(), clock.today()));
    DiagnosisReview second = asked(ReviewKind.SECOND_OPINION, signer.id() + 1, clock.today());
    refused("review.own", () -> answer(second, ReviewOutcome.STANDS, "I am right"));
  }

  @Test
  void r6_50_onlyWithALicenceOfOnesOwn() {
    DiagnosisReview review = review();
    refused(
        "diagnosis.noAuthority",
        () ->
            review.answer(
                diagnosis,
                ReviewOutcome.STANDS,
                "fits",
                signer.licence(),
                DiagnosisPolicy.PHYSICIAN_ONLY,
                clock.by(THERAPIST)));
    refused(
        "diagnosis.noAuthority",
        () ->
            review.answer(
                diagnosis,
                ReviewOutcome.STANDS,
                "fits",
                null,
                DiagnosisPolicy.PHYSICIAN_ONLY,
                clock.by(signer.id())));
  }

  @Test
  void r6_50_aPhysicianAnswersWhateverThePolicyAdmits() {
    Professional physio = Policies.aPhysiotherapist();
    DiagnosisPolicy direct = Policies.direct(30, 14);
    DiagnosisReview review = review();
    assertThat(direct.authorises(physio.licence(), physio.id(), clock.today())).isTrue();
    refused(
        "diagnosis.noAuthority",
        () ->
            review.answer(
                diagnosis,
                ReviewOutcome.STANDS,
                "fits",
                physio.licence(),
                direct,
                clock.by(physio.id())));
  }

  @Test
  void r6_50_itIsAnsweredOnceWithReasons() {
    DiagnosisReview review = review();
    refused("invalid.outcome.missing", () -> answer(review, null, "fits"));
    refused("invalid.answer.missing", () -> answer(review, ReviewOutcome.DOUBTED, " "));
    answer(review, ReviewOutcome.DOUBTED, "The MRI shows oedema.");
    assertThat(review.outcome()).isEqualTo(ReviewOutcome.DOUBTED);
    assertThat(diagnosis.isActive()).as("only a signature changes it").isTrue();
    refused("review.closed", () -> answer(review, ReviewOutcome.STANDS, "after all"));
    refused("review.closed", () -> review.withdraw(clock.by(THERAPIST)));
  }

  @Test
  void r6_50_whoAskedTakesItBack() {
    DiagnosisReview review = review();
    refused("review.notYours", () -> review.withdraw(clock.by(signer.id())));
    review.withdraw(clock.by(THERAPIST));
    refused("review.closed", () -> answer(review, ReviewOutcome.STANDS, "fits"));
  }
}
