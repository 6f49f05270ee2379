package org.pacegate.domain.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Criterion.AnsweredYes;

/** A small rule set: numbness acts alone, weight loss and night pain only together. */
final class Fixtures {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  static final Source SOURCE = new Source("D", "Pacegate proposal", "an example");

  private Fixtures() {}

  static Criterion yes(String linkId) {
    return new AnsweredYes(linkId);
  }

  static Question fact(String linkId, AnswerKind kind) {
    return new Question(
        linkId,
        Section.GENERAL,
        kind,
        true,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static Question asked(String linkId) {
    return asked(linkId, Optional.empty());
  }

  static Question askedWhen(String linkId, Criterion when) {
    return asked(linkId, Optional.of(when));
  }

  private static Question asked(String linkId, Optional<Criterion> when) {
    return new Question(
        linkId,
        Section.CAUDA_EQUINA,
        AnswerKind.YES_NO,
        false,
        true,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        when);
  }

  static Rule rule(String id, RuleKind kind, Urgency urgency, Criterion criterion) {
    return new Rule(
        id, kind, urgency, Target.ED, Optional.empty(), Set.of(), criterion, SOURCE, true);
  }

  static RuleSet rules(List<Question> questions, Rule... rules) {
    return new RuleSet("example", 1, questions, List.of(rules));
  }

  static RuleSet small() {
    Criterion both = new Criterion.AllOf(List.of(yes("weight"), yes("night")));
    return rules(
        List.of(
            fact(Fact.TODAY, AnswerKind.DATE),
            fact(Fact.BIRTH_DATE, AnswerKind.DATE),
            fact(Fact.ONSET, AnswerKind.DATE),
            asked("numb"),
            askedWhen("worse", yes("numb")),
            asked("weight"),
            asked("night"),
            asked("tired")),
        rule("NUMB", RuleKind.ACT_ALONE, Urgency.U1_SAME_DAY, yes("numb")),
        rule("NUMB.worse", RuleKind.ACT_ALONE, Urgency.U0_EMERGENCY_NOW, yes("worse")),
        rule("LOSS", RuleKind.CLUSTER, Urgency.U2_URGENT_1_2W, both),
        rule("TIRED", RuleKind.ACT_ALONE, Urgency.U3_ROUTINE, yes("tired")));
  }

  static Answers allNo() {
    return Answers.none()
        .with(Fact.TODAY, new OnDate(TODAY))
        .with("numb", YesNo.NO)
        .with("weight", YesNo.NO)
        .with("night", YesNo.NO)
        .with("tired", YesNo.NO);
  }
}
