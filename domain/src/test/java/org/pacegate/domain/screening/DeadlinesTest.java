package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.fixtures.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.screening.DangerTimes.Limits;

/** R1.100 and R1.101: how soon somebody has to act is the clinic's to say, within reason. */
class DeadlinesTest {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Instant FRIDAY = Instant.parse("2026-06-19T10:00:00Z");

  @Test
  void R1_100_as_shipped_they_are_those_of_the_clinical_reference() {
    assertThat(Deadlines.PROPOSED)
        .isEqualTo(Deadlines.with(Map.of()))
        .isEqualTo(
            new DangerTimes(
                new Limits(Duration.ofMinutes(15), Duration.ofHours(1)),
                new Limits(Duration.ofHours(4), Duration.ofHours(24)),
                1,
                Duration.ofDays(14)));
  }

  @ParameterizedTest
  @CsvSource({
    "deadline.emergency.taken-over, 4, 5, 30, 31",
    "deadline.emergency.decided, 14, 15, 240, 241",
    "deadline.same-day.taken-over, 0, 1, 8, 9",
    "deadline.same-day.decided, 3, 4, 24, 25",
    "deadline.urgent.taken-over, 0, 1, 3, 4",
    "deadline.urgent.decided, 6, 7, 14, 15"
  })
  void R1_100_no_clinic_makes_a_week_of_an_emergency(
      String name, int tooLittle, int least, int most, int tooMuch) {
    for (int refused : new int[] {tooLittle, tooMuch, 10_080}) {
      assertThatThrownBy(() -> Deadlines.with(Map.of(name, refused)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Deadlines.with(Map.of(name, least))).isNotNull();
    assertThat(Deadlines.with(Map.of(name, most))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "emergency, 15, 15, true",
    "emergency, 16, 15, false",
    "emergency, 30, 29, false",
    "same-day, 8, 8, true",
    "same-day, 8, 7, false"
  })
  void R1_100_nothing_is_decided_before_it_has_been_taken_over(
      String danger, int takenOver, int decided, boolean accepted) {
    String last = "deadline." + danger + ".decided";
    Map<String, Integer> values =
        Map.of("deadline." + danger + ".taken-over", takenOver, last, decided);
    if (accepted) {
      assertThat(draft(values).values()).isNotNull();
    } else {
      refused("invalid." + last + ".order", () -> draft(values));
    }
  }

  private static ThresholdVersion draft(Map<String, Integer> values) {
    return new ThresholdVersion(
        Deadlines.SET,
        Deadlines.VERSION,
        1,
        Deadlines.SHIPPED,
        values,
        "agreed",
        new UUID(1, 2),
        new ClinicClock().by(11));
  }

  @ParameterizedTest
  @CsvSource({
    "deadline.emergency.taken-over, 10, U0_EMERGENCY_NOW, PT10M, PT1H",
    "deadline.emergency.decided, 30, U0_EMERGENCY_NOW, PT15M, PT30M",
    "deadline.same-day.taken-over, 2, U1_SAME_DAY, PT2H, PT24H",
    "deadline.same-day.decided, 12, U1_SAME_DAY, PT4H, PT12H",
    "deadline.urgent.taken-over, 2, U2_URGENT_1_2W, PT96H, PT336H",
    "deadline.urgent.decided, 10, U2_URGENT_1_2W, PT72H, PT240H"
  })
  void R1_100_each_value_moves_its_own_deadline(
      String name, int value, Urgency urgency, Duration takenOver, Duration decided) {
    DangerClock clock = DangerClock.signed(MADRID, Deadlines.with(Map.of(name, value)), 7);

    assertThat(clock.actBy(urgency, FRIDAY)).contains(FRIDAY.plus(takenOver));
    assertThat(clock.seenBy(urgency, OptionalInt.empty(), FRIDAY)).contains(FRIDAY.plus(decided));
    assertThat(clock.version()).contains(7L);
    assertThat(clock.runningUntil(Optional.empty()).version()).contains(7L);
  }

  @ParameterizedTest
  @CsvSource({
    "U2_URGENT_1_2W, 7, 10, P7D",
    "U2_URGENT_1_2W, 7, 7, P7D",
    "U2_URGENT_1_2W, 12, 10, P10D",
    "U1_SAME_DAY, 7, 10, P1D",
    "U0_EMERGENCY_NOW, 7, 10, PT1H"
  })
  void R1_100_the_days_of_a_rule_only_shorten_the_urgencys_own(
      Urgency urgency, int ruleDays, int signedDays, Duration seenIn) {
    DangerClock clock =
        DangerClock.signed(
            MADRID, Deadlines.with(Map.of("deadline.urgent.decided", signedDays)), 7);

    assertThat(clock.seenBy(urgency, OptionalInt.of(ruleDays), FRIDAY))
        .contains(FRIDAY.plus(seenIn));
  }

  @Test
  void R1_100_what_was_set_before_counts_up_to_the_latest_that_may_be_signed() {
    Limits aWeek = new Limits(Duration.ofDays(7), Duration.ofDays(7));
    DangerTimes slow = new DangerTimes(aWeek, aWeek, 20, Duration.ofDays(90));
    Limits soon = new Limits(Duration.ofMinutes(1), Duration.ofMinutes(2));
    DangerTimes fast = new DangerTimes(soon, soon, 1, Duration.ofDays(1));

    assertThat(slow.noLaterThan(Deadlines.LATEST)).isEqualTo(Deadlines.LATEST);
    assertThat(fast.noLaterThan(Deadlines.LATEST)).isEqualTo(fast);
  }
}
