package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.screening.DangerTimes.Limits;

/** R1.90 to R1.93: whose turn it is, until when, and what follows when nobody acts. */
class DangerTest {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final DangerClock CLOCK = DangerClock.proposed(MADRID);
  private static final Instant FRIDAY = Instant.parse("2026-06-19T10:00:00Z");

  private static Danger found(Urgency urgency, Instant at) {
    return new Danger(urgency, false, Role.STAFF, CLOCK.actBy(urgency, at).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, 2026-06-19T10:15:00Z, 2026-06-19T10:30:00Z",
    "U1_SAME_DAY,      2026-06-19T14:00:00Z, 2026-06-19T18:00:00Z",
    "U2_URGENT_1_2W,   2026-06-22T10:00:00Z, 2026-06-23T10:00:00Z"
  })
  void R1_91_the_desk_then_a_physician_then_the_administrator(
      Urgency urgency, Instant desk, Instant physician) {
    Danger danger = found(urgency, FRIDAY);

    assertThat(danger.missedBy(desk.minusNanos(1), CLOCK)).isEmpty();
    Escalation first =
        new Escalation(
            Escalation.Step.NOT_TAKEN_OVER,
            Role.STAFF,
            Role.PHYSICIAN,
            desk,
            Optional.of(physician));
    Escalation second =
        new Escalation(
            Escalation.Step.STILL_NOT_TAKEN_OVER,
            Role.PHYSICIAN,
            Role.ADMIN,
            physician,
            Optional.empty());
    assertThat(danger.missedBy(desk, CLOCK)).containsExactly(first);
    assertThat(danger.missedBy(physician.minusNanos(1), CLOCK)).containsExactly(first);
    assertThat(danger.missedBy(physician, CLOCK)).containsExactly(first, second);
    assertThat(danger.missedBy(physician.plus(Duration.ofDays(400)), CLOCK))
        .as("a server that stood still for a year")
        .containsExactly(first, second);
  }

  @Test
  void R1_91_what_a_physician_already_has_goes_on_from_there() {
    Danger danger = new Danger(Urgency.U0_EMERGENCY_NOW, false, Role.PHYSICIAN, FRIDAY);

    assertThat(danger.missedBy(FRIDAY.plusSeconds(60), CLOCK))
        .extracting(Escalation::step)
        .containsExactly(Escalation.Step.STILL_NOT_TAKEN_OVER);
  }

  @ParameterizedTest
  @EnumSource(
      value = Urgency.class,
      names = {"U0_EMERGENCY_NOW", "U1_SAME_DAY", "U2_URGENT_1_2W"})
  void R1_92_what_was_taken_over_and_not_decided_goes_to_the_administrator(Urgency urgency) {
    Danger danger = new Danger(urgency, true, Role.PHYSICIAN, FRIDAY);

    assertThat(danger.missedBy(FRIDAY.minusSeconds(1), CLOCK)).isEmpty();
    assertThat(danger.missedBy(FRIDAY.plus(Duration.ofDays(30)), CLOCK))
        .containsExactly(
            new Escalation(
                Escalation.Step.NOT_DECIDED, Role.PHYSICIAN, Role.ADMIN, FRIDAY, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks went back on Sunday 25 October: the same time of day is an hour more away.
    "2026-10-23T08:00:00Z, 2026-10-26T09:00:00Z",
    // And forward on Sunday 29 March.
    "2026-03-27T09:00:00Z, 2026-03-30T08:00:00Z"
  })
  void R1_90_a_working_day_keeps_the_clinics_time_of_day_over_a_change_of_clocks(
      Instant found, Instant due) {
    assertThat(CLOCK.actBy(Urgency.U2_URGENT_1_2W, found)).contains(due);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-25T00:50:00Z", "2026-03-29T00:50:00Z"})
  void R1_90_minutes_are_minutes_over_a_change_of_clocks(String found) {
    Instant at = Instant.parse(found);
    assertThat(CLOCK.actBy(Urgency.U0_EMERGENCY_NOW, at)).contains(at.plus(Duration.ofMinutes(15)));
  }

  @Test
  void R1_90_a_clinic_may_decide_on_other_times() {
    DangerClock own =
        new DangerClock(
            MADRID,
            new DangerTimes(
                new Limits(Duration.ofMinutes(5), Duration.ofMinutes(30)),
                new Limits(Duration.ofHours(2), Duration.ofHours(12)),
                2,
                Duration.ofDays(10)));

    assertThat(own.actBy(Urgency.U0_EMERGENCY_NOW, FRIDAY))
        .contains(FRIDAY.plus(Duration.ofMinutes(5)));
    assertThat(own.actBy(Urgency.U2_URGENT_1_2W, FRIDAY))
        .contains(Instant.parse("2026-06-23T10:00:00Z"));
    assertThat(own.seenBy(Urgency.U1_SAME_DAY, OptionalInt.empty(), FRIDAY))
        .contains(FRIDAY.plus(Duration.ofHours(12)));
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW, 5, 5",
    "U0_EMERGENCY_NOW, 20, 15",
    "U1_SAME_DAY, 5, 5",
    "U1_SAME_DAY, -60, -60"
  })
  void R1_96_a_deadline_that_runs_already_is_not_prolonged(Urgency urgency, int running, int due) {
    DangerClock clock = CLOCK.runningUntil(Optional.of(FRIDAY.plus(Duration.ofMinutes(running))));
    assertThat(clock.actBy(urgency, FRIDAY)).contains(FRIDAY.plus(Duration.ofMinutes(due)));
    assertThat(clock.actBy(Urgency.U2_URGENT_1_2W, FRIDAY))
        .isEqualTo(CLOCK.actBy(Urgency.U2_URGENT_1_2W, FRIDAY));
  }

  @Test
  void R1_90_a_limit_of_no_time_is_none() {
    assertThatThrownBy(() -> new Limits(Duration.ZERO, Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits(Duration.ofHours(1), Duration.ofHours(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    Limits limits = new Limits(Duration.ofHours(1), Duration.ofHours(1));
    assertThatThrownBy(() -> new DangerTimes(limits, limits, 0, Duration.ofDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void R1_90_a_stress_fracture_is_seen_sooner_because_its_rule_says_so() {
    assertThat(CLOCK.seenBy(Urgency.U2_URGENT_1_2W, OptionalInt.of(7), FRIDAY))
        .contains(FRIDAY.plus(Duration.ofDays(7)));
    assertThat(CLOCK.seenBy(Urgency.U2_URGENT_1_2W, OptionalInt.empty(), FRIDAY))
        .contains(FRIDAY.plus(Duration.ofDays(14)));
    assertThat(CLOCK.seenBy(Urgency.U3_ROUTINE, OptionalInt.of(7), FRIDAY)).isEmpty();
  }

  @Test
  void R1_90_every_flag_keeps_the_times_of_its_own_urgency() {
    ClinicClock clock = new ClinicClock();
    Screening screening =
        new Screening(
            1,
            null,
            Screened.firing(Urgency.U0_EMERGENCY_NOW, Urgency.U2_URGENT_1_2W, Urgency.U3_ROUTINE),
            14,
            ClinicClock.DANGERS,
            clock.by(11));

    List<ScreeningFlag> flags = screening.flags();
    for (ScreeningFlag flag : flags) {
      assertThat(flag.actBy()).isEqualTo(ClinicClock.DANGERS.actBy(flag.urgency(), clock.now()));
      assertThat(flag.seenBy())
          .isEqualTo(ClinicClock.DANGERS.seenBy(flag.urgency(), OptionalInt.empty(), clock.now()));
    }
    assertThat(flags).filteredOn(flag -> flag.actBy().isEmpty()).hasSize(1);
  }

  @Test
  void R1_93_who_decides_on_what_nobody_took_over_has_taken_it_over() {
    ClinicClock clock = new ClinicClock();
    Professional physician = Professional.aPhysician();
    Screening screening =
        new Screening(
            1,
            null,
            Screened.firing(Urgency.U0_EMERGENCY_NOW),
            14,
            ClinicClock.DANGERS,
            clock.by(11));

    screening.decide(
        "R1",
        FlagState.CONFIRMED,
        "examined",
        physician.licence(),
        DiagnosisPolicy.PHYSICIAN_ONLY,
        clock.by(physician.id()));

    assertThat(screening.isAcknowledged()).isTrue();
  }
}
