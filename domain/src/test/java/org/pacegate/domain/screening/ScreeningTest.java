package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Screened;

/**
 * What is kept of a screening, and what a professional may make of it (docs/clinical-basis.md 1.2,
 * 1.5).
 */
class ScreeningTest {

  private final ClinicClock clock = new ClinicClock();
  private final Professional physician = Professional.aPhysician();

  private Screening screened(Evaluation evaluation) {
    return new Screening(1, null, evaluation, 14, ClinicClock.DANGERS, clock.by(11));
  }

  private void decide(Screening screening, String rule, FlagState decision) {
    decide(screening, rule, decision, "examined", physician.licence());
  }

  private void decide(
      Screening screening, String rule, FlagState decision, String reason, Licence licence) {
    screening.decide(
        rule, decision, reason, licence, DiagnosisPolicy.PHYSICIAN_ONLY, clock.by(physician.id()));
  }

  @Test
  void itCountsForTwoWeeks() {
    assertThat(screened(Screened.negative()).validUntil())
        .isEqualTo(ClinicClock.FIRST_DAY.plusDays(14));
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, POSITIVE_OPEN, true, true, PT15M",
    "U1_SAME_DAY, POSITIVE_OPEN, true, true, PT4H",
    "U2_URGENT_1_2W, POSITIVE_OPEN, true, false, PT24H",
    "U3_ROUTINE, NEGATIVE, false, false, "
  })
  void whatAFlagMeansFollowsFromItsUrgency(
      Urgency urgency, ScreeningStatus status, boolean stands, boolean locks, String actWithin) {
    Screening screening = screened(Screened.firing(urgency));

    assertThat(screening.status()).isEqualTo(status);
    assertThat(screening.hasStandingFlag()).isEqualTo(stands);
    assertThat(screening.locksEpisode()).isEqualTo(locks);
    assertThat(screening.maxUrgency()).contains(urgency);
    assertThat(screening.actBy())
        .isEqualTo(
            java.util.Optional.ofNullable(actWithin)
                .map(time -> clock.now().plus(java.time.Duration.parse(time))));
  }

  @Test
  void aNegativeOneHasNoFlags() {
    Screening screening = screened(Screened.negative());

    assertThat(screening.status()).isEqualTo(ScreeningStatus.NEGATIVE);
    assertThat(screening.flags()).isEmpty();
    assertThat(screening.actBy()).isEmpty();
    assertThat(screened(Screened.incomplete()).status()).isEqualTo(ScreeningStatus.INCOMPLETE);
  }

  @Test
  void somebodyAcknowledgesItOnce() {
    Screening screening = screened(Screened.firing(Urgency.U0_EMERGENCY_NOW));
    assertThat(screening.isAcknowledged()).isFalse();
    screening.acknowledge(clock.by(11));

    assertThat(screening.isAcknowledged()).isTrue();
    refused("screening.acknowledged", () -> screening.acknowledge(clock.by(12)));
  }

  @Test
  void itIsClearedWhenTheLastFlagIs() {
    Screening screening =
        screened(Screened.firing(Urgency.U0_EMERGENCY_NOW, Urgency.U2_URGENT_1_2W));

    decide(screening, "R1", FlagState.CLEARED);
    assertThat(screening.status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
    assertThat(screening.locksEpisode()).isFalse();
    assertThat(screening.hasStandingFlag()).isTrue();

    decide(screening, "R2", FlagState.CLEARED);
    assertThat(screening.status()).isEqualTo(ScreeningStatus.POSITIVE_CLEARED);
    assertThat(screening.hasStandingFlag()).isFalse();
  }

  @Test
  void whatWasMissingIsStillMissingAfterClearance() {
    Screening screening = screened(Screened.incompleteFiring(Urgency.U1_SAME_DAY));

    decide(screening, "R1", FlagState.CLEARED);

    assertThat(screening.status()).isEqualTo(ScreeningStatus.INCOMPLETE);
  }

  @ParameterizedTest
  @EnumSource(
      value = FlagState.class,
      names = {"CLEARED", "CONFIRMED"})
  void decidingARoutineFindingDoesNotTouchTheResult(FlagState decision) {
    Screening screening = screened(Screened.firing(Urgency.U3_ROUTINE));

    decide(screening, "R1", decision);

    assertThat(screening.status()).isEqualTo(ScreeningStatus.NEGATIVE);
  }

  @Test
  void aConfirmedFlagStandsAndMayBeClearedLater() {
    Screening screening = screened(Screened.firing(Urgency.U1_SAME_DAY));

    decide(screening, "R1", FlagState.CONFIRMED);
    assertThat(screening.locksEpisode()).isTrue();
    refused("flag.decided", () -> decide(screening, "R1", FlagState.CONFIRMED));

    decide(screening, "R1", FlagState.CLEARED);
    assertThat(screening.locksEpisode()).isFalse();
    refused("flag.decided", () -> decide(screening, "R1", FlagState.CONFIRMED));
  }

  @Test
  void r1_13_everyDecisionIsKeptWithWhoWhenWhyAndTheLicence() {
    Screening screening = screened(Screened.firing(Urgency.U1_SAME_DAY));
    decide(screening, "R1", FlagState.CONFIRMED, "weak leg", physician.licence());
    Instant confirmed = clock.now();
    clock.pass(Duration.ofHours(2));
    decide(screening, "R1", FlagState.CLEARED, "seen at the hospital", physician.licence());

    List<FlagDecision> chain = screening.flags().get(0).decisions();
    assertThat(chain)
        .extracting(FlagDecision::number, FlagDecision::state, FlagDecision::reason)
        .containsExactly(
            tuple(1, FlagState.CONFIRMED, "weak leg"),
            tuple(2, FlagState.CLEARED, "seen at the hospital"));
    assertThat(chain.get(0).decidedAt()).isEqualTo(confirmed);
    assertThat(chain)
        .allSatisfy(
            decision -> {
              assertThat(decision.decidedBy()).isEqualTo(physician.id());
              assertThat(decision.licenceId()).isEqualTo(physician.licence().id());
            });
  }

  @Test
  void aDecisionIsADecision() {
    Screening screening = screened(Screened.firing(Urgency.U1_SAME_DAY));

    refused("flag.decided", () -> decide(screening, "R1", FlagState.OPEN));
    refused("invalid.decision.missing", () -> decide(screening, "R1", null));
    refused("flag.unknown", () -> decide(screening, "R9", FlagState.CLEARED));
    refused(
        "invalid.reason.missing",
        () -> decide(screening, "R1", FlagState.CLEARED, " ", physician.licence()));
    assertThat(screening.flags().get(0).state()).isEqualTo(FlagState.OPEN);
    assertThat(screening.status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
  }

  @Test
  void onlyALicensedProfessionalOfThePolicyDecides() {
    Screening screening = screened(Screened.firing(Urgency.U1_SAME_DAY));
    Licence ended =
        Professional.physician(
                physician.id(),
                ClinicClock.FIRST_DAY.minusDays(9),
                ClinicClock.FIRST_DAY.minusDays(1))
            .licence();

    refused("flag.noAuthority", () -> decideWith(screening, null));
    refused("flag.noAuthority", () -> decideWith(screening, ended));
    refused(
        "flag.noAuthority", () -> decideWith(screening, Professional.anotherPhysician().licence()));
    assertThat(screening.hasStandingFlag()).isTrue();
  }

  private void decideWith(Screening screening, Licence licence) {
    decide(screening, "R1", FlagState.CLEARED, "examined", licence);
  }
}
