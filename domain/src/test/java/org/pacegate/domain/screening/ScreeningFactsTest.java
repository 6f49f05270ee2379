package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.domain.screening.Fixtures.TODAY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.screening.Answer.Amount;

class ScreeningFactsTest {

  @ParameterizedTest
  @CsvSource({"2010-06-15,16", "2010-06-16,15", "2026-06-15,0", "2024-02-29,2"})
  void agesAreCompletedYears(LocalDate birth, int age) {
    Answers facts = ScreeningFacts.on(TODAY, Occasion.INTAKE).bornOn(birth).asAnswers();

    assertThat(facts.find(Fact.AGE)).contains(Amount.of(age));
  }

  @Test
  void r11ABirthInTheFutureYieldsNoAge() {
    Answers facts = ScreeningFacts.on(TODAY, Occasion.INTAKE).bornOn(TODAY.plusDays(1)).asAnswers();

    assertThat(facts.has(Fact.AGE)).isFalse();
  }

  @Test
  void theAgeAtOnsetIsTakenOnTheDayOfOnset() {
    Answers facts =
        ScreeningFacts.on(TODAY, Occasion.FOLLOW_UP)
            .bornOn(LocalDate.of(1990, 3, 1))
            .ofSex("FEMALE")
            .withOnset(LocalDate.of(2025, 2, 28))
            .withoutImprovementAfter4Weeks(true)
            .asAnswers();

    assertThat(facts.find(Fact.ONSET_AGE)).contains(Amount.of(34));
    assertThat(facts.find(Fact.NO_IMPROVEMENT_AFTER_4_WEEKS)).contains(Answer.YesNo.YES);
  }

  @ParameterizedTest
  @CsvSource({
    "YES_NO,YES",
    "YES_NO,UNSURE",
    "AMOUNT,12.5",
    "DATE,2026-06-15",
    "CHOICE,ONE_LEG",
    "CHOICES,''",
    "CHOICES,'A,B'",
    "CHOICE,UNSURE"
  })
  void answersAreReadBackFromTheirText(AnswerKind kind, String text) {
    assertThat(kind.read(text).map(Answer::asText)).contains(text);
  }

  @ParameterizedTest
  @CsvSource({"YES_NO,MAYBE", "AMOUNT,many", "DATE,2026-02-30", "CHOICE,''", "CHOICE,<b>"})
  void otherTextIsNoAnswer(AnswerKind kind, String text) {
    assertThat(kind.read(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "U0_EMERGENCY_NOW,2026-06-19T10:15:00Z",
    "U1_SAME_DAY,2026-06-19T14:00:00Z",
    "U2_URGENT_1_2W,2026-06-22T10:00:00Z"
  })
  void theClockCountsWorkingDaysForU2(Urgency urgency, Instant due) {
    Instant friday = Instant.parse("2026-06-19T10:00:00Z");

    assertThat(DangerClock.proposed(ZoneId.of("Europe/Madrid")).actBy(urgency, friday))
        .contains(due);
  }

  @Test
  void r16TheHighestUrgencyIsTheFirst() {
    assertThat(Urgency.highest(List.of(Urgency.U3_ROUTINE, Urgency.U1_SAME_DAY)))
        .contains(Urgency.U1_SAME_DAY);
    assertThat(Urgency.highest(List.of())).isEmpty();
    assertThat(DangerClock.proposed(ZoneId.of("UTC")).actBy(Urgency.U3_ROUTINE, Instant.EPOCH))
        .isEmpty();
  }
}
