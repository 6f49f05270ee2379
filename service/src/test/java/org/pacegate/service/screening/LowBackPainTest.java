package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.Choices;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.AnswerProblem;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Effect;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.ExampleCase;
import org.pacegate.domain.screening.Fact;
import org.pacegate.domain.screening.Occasion;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningFacts;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;

class LowBackPainTest {
  private static final RuleSet RULES = Shipped.rules("low-back-pain", 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final List<String> CAUDA_EQUINA =
      List.of("CES-1", "CES-2", "CES-3", "CES-4", "CES-5", "CES-6");

  @Test
  void everyIdOfTheDecisionTableIsThere() {
    List<String> asked = RULES.questions().stream().map(Question::linkId).toList();
    List<String> fired = RULES.rules().stream().map(Rule::clinicalId).distinct().toList();

    assertThat(asked).containsAll(CAUDA_EQUINA);
    assertThat(asked).contains("CES-T", "FX-1", "FX-2", "FX-3", "FX-4", "PARS-1");
    assertThat(asked).contains("BSI-1", "BSI-2", "BSI-3", "BSI-4", "REDS-1", "REDS-2");
    assertThat(asked).contains("INF-1", "INF-2", "INF-3", "INF-4");
    assertThat(asked).contains("MAL-1", "MAL-2", "MAL-3", "MAL-4", "MAL-5");
    assertThat(asked).contains("AAA-1", "AAA-2", "AAA-3");
    assertThat(asked).contains("VIS-1", "VIS-2", "VIS-3", "VIS-4", "VIS-5", "VIS-6");
    assertThat(fired).contains("BSI-R", "MAL-R", "SPA-R", "CES-T", "AGE-16");
  }

  @Test
  void aHealthyRunnerAtIntakeIsNegative() {
    Answers answers = everythingNo(aRunnerOf(40, Occasion.INTAKE));

    assertThat(RULES.screen(answers).status()).isEqualTo(ScreeningStatus.NEGATIVE);
    assertThat(RULES.soFar(answers).status()).isEqualTo(ScreeningStatus.NEGATIVE);
  }

  @Test
  void r15NoImprovementIsOnlyExpectedAtFollowUp() {
    Answers intake = everythingNo(aRunnerOf(40, Occasion.INTAKE));
    Answers followUp = everythingNo(aRunnerOf(40, Occasion.FOLLOW_UP));

    assertThat(RULES.screen(intake).missing()).isEmpty();
    assertThat(RULES.screen(followUp).missing()).containsExactly(Fact.NO_IMPROVEMENT_AFTER_4_WEEKS);
    assertThat(RULES.screen(followUp.with("MAL-5", YesNo.YES)).status())
        .isEqualTo(ScreeningStatus.NEGATIVE);
  }

  @Test
  void r111EverybodyUnder16IsReviewedAndNeverSelfManaged() {
    for (int age = 8; age < 16; age++) {
      Evaluation found = RULES.screen(everythingNo(aRunnerOf(age, Occasion.INTAKE)));

      assertThat(found.maxUrgency()).contains(Urgency.U2_URGENT_1_2W);
      assertThat(found.fired().get(0).effects()).contains(Effect.BLOCK_SELF_MANAGEMENT);
      assertThat(found.fired().get(0).target()).isEqualTo(Target.CLINICIAN_REVIEW);
    }
  }

  @Test
  void r19AnAnswerCountsBeforeTheAgeIsKnown() {
    Evaluation found = RULES.soFar(Answers.none().with("VIS-3", YesNo.YES));

    assertThat(found.maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
  }

  @Test
  void r12NothingAnsweredIsAnEmergencyOnceHandedInAndNothingWhileAsking() {
    assertThat(RULES.screen(Answers.none()).maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(RULES.soFar(Answers.none()).fired()).isEmpty();
    assertThat(RULES.soFar(Answers.none()).status()).isEqualTo(ScreeningStatus.INCOMPLETE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CES-1", "CES-2", "CES-3", "CES-5"})
  void r19ACaudaEquinaSignIsAnEmergencyTheMomentItIsTyped(String linkId) {
    for (Answer answer : List.of(YesNo.YES, YesNo.UNSURE)) {
      Evaluation found = RULES.soFar(aRunnerOf(40, Occasion.INTAKE).with(linkId, answer));

      assertThat(found.maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void r112ACertainCaudaEquinaSignIsNeverLessThanSameDay(ExampleCase example) {
    for (String linkId : CAUDA_EQUINA) {
      Evaluation found = RULES.screen(example.given().with(linkId, YesNo.YES));

      assertThat(found.maxUrgency().orElseThrow().isAtLeast(Urgency.U1_SAME_DAY)).isTrue();
    }
  }

  static Stream<ExampleCase> examples() {
    return Shipped.cases().filter(c -> c.rules().equals(RULES)).map(Shipped.Case::example);
  }

  private static Answers aRunnerOf(int age, Occasion occasion) {
    return ScreeningFacts.on(TODAY, occasion)
        .bornOn(TODAY.minusYears(age))
        .ofSex("FEMALE")
        .withOnset(TODAY.minusDays(10))
        .asAnswers();
  }

  private static Answers everythingNo(Answers facts) {
    Answers answers = facts;
    for (Question question : RULES.enabledQuestions(facts)) {
      answers = answers.with(question.linkId(), none(question));
    }
    List<AnswerProblem> problems = RULES.problems(answers);
    assertThat(problems).isEmpty();
    return answers;
  }

  private static Answer none(Question question) {
    return switch (question.kind()) {
      case YES_NO -> YesNo.NO;
      case CHOICE -> new Choice(question.choices().get(0));
      case CHOICES -> new Choices(Set.of());
      case AMOUNT, DATE -> throw new AssertionError("not expected: " + question.linkId());
    };
  }
}
