package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.shared.Attribution;

/** R1.105: an examination adds dangers to a screening and renews nothing. */
class ExaminationTest {

  private static final Instant MONDAY = Instant.parse("2026-06-15T10:00:00Z");
  private static final Attribution SCREENED = Attribution.of(7L, MONDAY, ZoneOffset.UTC);
  private static final Attribution EXAMINED =
      Attribution.of(8L, MONDAY.plusSeconds(86_400), ZoneOffset.UTC);
  private static final DangerClock CLOCK = DangerClock.proposed(ZoneOffset.UTC);
  private static final UUID KEY = UUID.randomUUID();

  private static Evaluation found(List<String> missing, Urgency... fired) {
    List<FiredRule> rules =
        List.of(fired).stream()
            .map(
                urgency ->
                    new FiredRule(
                        "DVT-" + urgency,
                        urgency,
                        Target.DVT_SERVICE,
                        OptionalInt.empty(),
                        Set.of(),
                        new Source("D", "a test", "made for it"),
                        true,
                        new TreeMap<>(),
                        new TreeSet<>()))
            .toList();
    return new Evaluation("a-set", 1, rules, missing, List.of());
  }

  private static Screening screened(List<String> missing) {
    return new Screening(1, 2L, found(missing), 14, CLOCK, SCREENED);
  }

  private static Screening examined(Screening before, String onset, Evaluation found) {
    return Screening.examined(before, LocalDate.parse(onset), found, CLOCK, KEY, EXAMINED);
  }

  @ParameterizedTest
  @CsvSource({"2026-06-01, 2026-06-29", "2026-06-15, 2026-06-29", "2026-06-16, 2026-06-15"})
  void R1_105_it_counts_no_longer_than_the_screening_before_it(String onset, LocalDate until) {
    Screening examined = examined(screened(List.of()), onset, found(List.of()));

    assertThat(examined.validUntil()).isEqualTo(until);
    assertThat(examined.status()).isEqualTo(ScreeningStatus.NEGATIVE);
  }

  @Test
  void R1_105_what_was_missing_is_missing_still() {
    Screening nothing =
        examined(screened(List.of("CES-1", "FX-1")), "2026-06-01", found(List.of()));
    assertThat(nothing.status()).isEqualTo(ScreeningStatus.INCOMPLETE);

    Screening again = examined(nothing, "2026-06-01", found(List.of()));
    assertThat(again.status()).isEqualTo(ScreeningStatus.INCOMPLETE);
  }

  @Test
  void R1_105_its_dangers_have_their_own_clock_from_the_examination_on() {
    Screening examined =
        examined(
            screened(List.of("CES-1")),
            "2026-06-01",
            found(List.of(), Urgency.U0_EMERGENCY_NOW, Urgency.U1_SAME_DAY));

    assertThat(examined.status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
    assertThat(examined.locksEpisode()).isTrue();
    assertThat(examined.actBy()).contains(EXAMINED.at().plusSeconds(15 * 60));
    assertThat(examined.flags()).extracting(ScreeningFlag::seenBy).doesNotContain(Optional.empty());
  }

  @Test
  void R1_104_a_second_click_is_known_by_its_answers() {
    Evaluation likely = found(List.of(), Urgency.U1_SAME_DAY);
    Screening examined = examined(screened(List.of()), "2026-06-01", likely);

    assertThat(examined.records(1, likely)).isTrue();
    assertThat(examined.records(2, likely)).isFalse();
    assertThat(examined.records(1, found(List.of(), Urgency.U0_EMERGENCY_NOW))).isFalse();
  }
}
