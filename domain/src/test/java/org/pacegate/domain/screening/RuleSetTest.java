package org.pacegate.domain.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.domain.screening.Fixtures.TODAY;
import static org.pacegate.domain.screening.Fixtures.allNo;
import static org.pacegate.domain.screening.Fixtures.asked;
import static org.pacegate.domain.screening.Fixtures.askedWhen;
import static org.pacegate.domain.screening.Fixtures.fact;
import static org.pacegate.domain.screening.Fixtures.rule;
import static org.pacegate.domain.screening.Fixtures.rules;
import static org.pacegate.domain.screening.Fixtures.small;
import static org.pacegate.domain.screening.Fixtures.yes;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.AnswerProblem.Reason;

class RuleSetTest {
  private final RuleSet rules = small();

  @Test
  void everythingAnsweredNoIsNegative() {
    Evaluation found = rules.screen(allNo());

    assertThat(found.status()).isEqualTo(ScreeningStatus.NEGATIVE);
    assertThat(found.maxUrgency()).isEmpty();
    assertThat(found.fired()).isEmpty();
  }

  @Test
  void r12UnsureFiresARuleThatActsAloneAndSaysWhatItAssumed() {
    Evaluation found = rules.screen(allNo().with("numb", YesNo.UNSURE).with("worse", YesNo.NO));

    assertThat(found.status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
    FiredRule numb = found.fired().get(0);
    assertThat(numb.ruleId()).isEqualTo("NUMB");
    assertThat(numb.inputs()).containsEntry("numb", "UNSURE");
    assertThat(numb.assumed()).containsExactly("numb");
  }

  @Test
  void r12UnansweredFiresARuleThatActsAlone() {
    Evaluation found = rules.screen(allNo().without(Set.of("numb")));

    assertThat(found.maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(found.missing()).containsExactly("numb", "worse");
  }

  @Test
  void r13UnsureLeavesAClusterOpen() {
    Evaluation found = rules.screen(allNo().with("weight", YesNo.YES).with("night", YesNo.UNSURE));

    assertThat(found.status()).isEqualTo(ScreeningStatus.INCOMPLETE);
    assertThat(found.indeterminateRules()).containsExactly("LOSS");
    assertThat(found.missing()).containsExactly("night");
    assertThat(found.fired()).isEmpty();
  }

  @Test
  void r14AQuestionThatDoesNotApplyCountsAsNoWhateverWasTypedBefore() {
    Evaluation found = rules.screen(allNo().with("worse", YesNo.YES));

    assertThat(found.status()).isEqualTo(ScreeningStatus.NEGATIVE);
    assertThat(rules.openQuestions(allNo())).isEmpty();
  }

  @Test
  void r14AQuestionThatMayApplyIsAsked() {
    Answers unsure = allNo().with("numb", YesNo.UNSURE);

    assertThat(rules.openQuestions(unsure)).extracting(Question::linkId).containsExactly("worse");
  }

  @Test
  void r15AnUnansweredQuestionIsMissingEvenWhereNoRuleCouldFire() {
    Evaluation found = rules.screen(allNo().without(Set.of("weight")));

    assertThat(found.indeterminateRules()).isEmpty();
    assertThat(found.missing()).containsExactly("weight");
    assertThat(found.status()).isEqualTo(ScreeningStatus.INCOMPLETE);
  }

  @Test
  void r16TheHighestUrgencyWinsAndEveryFiredRuleIsKept() {
    Evaluation found =
        rules.screen(
            allNo().with("numb", YesNo.YES).with("worse", YesNo.YES).with("tired", YesNo.YES));

    assertThat(found.maxUrgency()).contains(Urgency.U0_EMERGENCY_NOW);
    assertThat(found.fired())
        .extracting(FiredRule::ruleId)
        .containsExactly("NUMB.worse", "NUMB", "TIRED");
    assertThat(found.flags()).extracting(FiredRule::ruleId).containsExactly("NUMB.worse", "NUMB");
  }

  @Test
  void r17ClearingAnIncompleteScreeningLeavesItIncomplete() {
    Evaluation found =
        rules.screen(
            allNo().with("numb", YesNo.YES).with("worse", YesNo.NO).without(Set.of("night")));

    assertThat(found.status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
    assertThat(found.statusOnceCleared()).isEqualTo(ScreeningStatus.INCOMPLETE);
  }

  @Test
  void r17ClearingACompleteScreeningClearsIt() {
    Evaluation found = rules.screen(allNo().with("numb", YesNo.YES).with("worse", YesNo.NO));

    assertThat(found.statusOnceCleared()).isEqualTo(ScreeningStatus.POSITIVE_CLEARED);
  }

  @Test
  void r18ARoutineFindingIsKeptAndNeedsNoClearance() {
    Evaluation found = rules.screen(allNo().with("tired", YesNo.YES));

    assertThat(found.fired()).hasSize(1);
    assertThat(found.status()).isEqualTo(ScreeningStatus.NEGATIVE);
    assertThat(found.statusOnceCleared()).isEqualTo(ScreeningStatus.NEGATIVE);
  }

  @Test
  void R1_13_stoppedRulesFireOnWhatWasAnsweredAndTheRestIsMissing() {
    Evaluation found =
        rules.stopped(Answers.none().with("numb", YesNo.YES).with("worse", YesNo.NO));

    assertThat(found.fired()).extracting(FiredRule::ruleId).containsExactly("NUMB");
    assertThat(found.fired().get(0).assumed()).isEmpty();
    assertThat(found.missing()).containsExactly("weight", "night", "tired");
    assertThat(found.status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
    assertThat(found.statusOnceCleared()).isEqualTo(ScreeningStatus.INCOMPLETE);
  }

  @Test
  void R1_13_stoppedUnsureStillFiresARuleThatActsAlone() {
    Evaluation found = rules.stopped(Answers.none().with("numb", YesNo.UNSURE));

    assertThat(found.fired()).extracting(FiredRule::ruleId).containsExactly("NUMB");
    assertThat(found.fired().get(0).assumed()).containsExactly("numb");
  }

  @Test
  void R1_13_stoppedARuleThatActsAloneStaysOpenOnWhatWasNotAsked() {
    Evaluation found = rules.stopped(Answers.none().with("tired", YesNo.YES));

    assertThat(found.fired()).extracting(FiredRule::ruleId).containsExactly("TIRED");
    assertThat(found.indeterminateRules()).contains("NUMB", "LOSS");
    assertThat(found.status()).isEqualTo(ScreeningStatus.INCOMPLETE);
  }

  @Test
  void R1_13_stoppedAfterEverythingWasAskedIsTheScreeningAsHandedIn() {
    Answers all = allNo().with("numb", YesNo.YES).with("worse", YesNo.UNSURE);

    assertThat(rules.stopped(all)).isEqualTo(rules.screen(all));
  }

  @Test
  void r19WhileAskingNothingUnansweredCountsAsYes() {
    Evaluation found = rules.soFar(Answers.none());

    assertThat(found.fired()).isEmpty();
    assertThat(found.status()).isEqualTo(ScreeningStatus.INCOMPLETE);
    assertThat(found.missing()).containsExactly("numb", "weight", "night", "tired");
  }

  @Test
  void r19WhileAskingUnsureCountsAsYesForARuleThatActsAlone() {
    Evaluation found = rules.soFar(Answers.none().with("numb", YesNo.UNSURE));

    assertThat(found.maxUrgency()).contains(Urgency.U1_SAME_DAY);
    assertThat(found.missing()).containsExactly("worse", "weight", "night", "tired");
  }

  @Test
  void impossibleAnswersAreReportedAndCountAsNone() {
    Answers odd =
        allNo()
            .with(Fact.BIRTH_DATE, new OnDate(TODAY.plusDays(1)))
            .with("numb", new Choice("BLUE"))
            .with("colour", YesNo.YES);

    assertThat(rules.problems(odd))
        .containsExactly(
            new AnswerProblem(Fact.BIRTH_DATE, Reason.IN_THE_FUTURE),
            new AnswerProblem("colour", Reason.UNKNOWN_QUESTION),
            new AnswerProblem("numb", Reason.WRONG_KIND));
    assertThat(rules.screen(odd).missing()).contains("numb");
  }

  @Test
  void anOnsetBeforeBirthIsReported() {
    Answers odd =
        allNo()
            .with(Fact.BIRTH_DATE, new OnDate(TODAY.minusYears(30)))
            .with(Fact.ONSET, new OnDate(TODAY.minusYears(31)));

    assertThat(rules.problems(odd))
        .containsExactly(new AnswerProblem(Fact.ONSET, Reason.BEFORE_BIRTH));
  }

  @Test
  void r110MalformedRuleSetsCannotBeConstructed() {
    Rule fine = rule("R", RuleKind.CLUSTER, Urgency.U3_ROUTINE, yes("a"));
    refused("twice: a", List.of(asked("a"), asked("a")), fine);
    refused("twice: R", List.of(asked("a")), fine, fine);
    refused("unknown question a", List.of(asked("b")), fine);
    refused("unknown question b", List.of(askedWhen("a", yes("b")), asked("b")), fine);
    refused("as YES_NO", List.of(fact("a", AnswerKind.DATE)), fine);
    refused("optional question a", List.of(fact("a", AnswerKind.YES_NO)), fine);
    refused("no questions", List.of(asked("a")));
  }

  private static void refused(String why, List<Question> questions, Rule... rules) {
    assertThatThrownBy(() -> rules(questions, rules))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void r110ASourceNeedsATagAndWords() {
    assertThatThrownBy(() -> new Source("", "work", "note"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Source("V:S1", " ", "note"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
