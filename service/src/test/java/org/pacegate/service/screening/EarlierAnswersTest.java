package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answer.YesNo;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Occasion;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ScreeningFacts;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.screening.EarlierAnswers.Told;

/** R1.25: a danger does not go away with the region it was answered for. */
class EarlierAnswersTest {

  private static final RuleSet BACK = Shipped.rules("low-back-pain", 2);
  private static final RuleSet KNEE = Shipped.rules("knee", 1);
  private static final Answers FACTS =
      ScreeningFacts.on(LocalDate.of(2026, 6, 15), Occasion.INTAKE)
          .bornOn(LocalDate.of(1990, 5, 14))
          .ofSex("MALE")
          .withOnset(LocalDate.of(2026, 6, 1))
          .asAnswers();

  /** A patient who answered one region's questions before another was asked about. */
  record Changed(RuleSet before, RuleSet now, Answers answers) {
    @Override
    public String toString() {
      return before.id() + " " + before.version() + " to " + now.id() + " " + answers;
    }

    Evaluation found() {
      Answers shared = of(now);
      return new EarlierAnswers(new Told(now, shared), List.of(new Told(before, answers)))
          .keptIn(now.soFar(shared));
    }

    /** Of the answers, those to the questions that a rule set has. */
    Answers of(RuleSet rules) {
      Map<String, Answer> own = new HashMap<>(answers.byLinkId());
      own.keySet().retainAll(rules.questions().stream().map(Question::linkId).toList());
      return Answers.of(own);
    }
  }

  private static Evaluation kept(RuleSet before, Answers said, RuleSet now, Answers saidNow) {
    return new EarlierAnswers(new Told(now, saidNow), List.of(new Told(before, said)))
        .keptIn(now.screen(saidNow));
  }

  @Property(tries = 3_000, seed = "20261126")
  void r125ChangingTheRegionNeverTakesADangerAway(@ForAll("changed") Changed patient) {
    Urgency before =
        patient.before().soFar(patient.answers()).maxUrgency().orElse(Urgency.U3_ROUTINE);
    Urgency after = patient.found().maxUrgency().orElse(Urgency.U3_ROUTINE);

    boolean dangerous = before.isAtLeast(Urgency.U1_SAME_DAY);
    Statistics.label("dangerous before").collect(dangerous);
    Statistics.label("dangerous before")
        .coverage(seen -> seen.check(true).percentage(share -> share > 10));
    if (dangerous) {
      assertThat(after.isAtLeast(before)).as("%s, then %s", before, after).isTrue();
    }
  }

  @Property(tries = 1_000, seed = "20261126")
  void r125NothingElseOfTheFormerRegionCounts(@ForAll("changed") Changed patient) {
    Evaluation now = patient.now().soFar(patient.of(patient.now()));

    assertThat(patient.found().fired())
        .filteredOn(rule -> !rule.urgency().isAtLeast(Urgency.U1_SAME_DAY))
        .isSubsetOf(now.fired());
    assertThat(patient.found().missing()).isEqualTo(now.missing());
  }

  @Example
  void r125ADangerStandsWithItsInputsWhereEverythingElseIsCalm() {
    Answers calm = new HarmlessAnswers(KNEE).add(FACTS, java.util.Set.of());
    Evaluation found = kept(BACK, FACTS.with("CES-2", YesNo.YES), KNEE, calm);

    assertThat(found.status()).isEqualTo(ScreeningStatus.POSITIVE_OPEN);
    assertThat(found.ruleSetId()).isEqualTo("knee");
    assertThat(found.fired()).extracting(FiredRule::ruleId).containsExactly("CES-2");
    assertThat(found.fired().get(0).inputs()).containsEntry("CES-2", "YES");
  }

  @Example
  void r125WhatBothRegionsAskForIsJudgedByThePresentOne() {
    Answers hurt = FACTS.with("FX-1", YesNo.YES);
    Answers corrected = FACTS.with("FX-1", YesNo.NO);

    assertThat(kept(BACK, hurt, KNEE, hurt).fired())
        .extracting(FiredRule::ruleId)
        .containsOnlyOnce("FX-1");
    assertThat(kept(BACK, corrected, KNEE, corrected).fired())
        .extracting(FiredRule::ruleId)
        .doesNotContain("FX-1");
  }

  @Example
  void r125AnswersOfNoAreNamedAndMakeNoDanger() {
    Answers said = FACTS.with("CES-1", YesNo.NO).with("CES-2", YesNo.NO);
    EarlierAnswers earlier =
        new EarlierAnswers(new Told(KNEE, FACTS), List.of(new Told(BACK, said)));

    assertThat(earlier.setAside()).containsExactly("CES-1", "CES-2");
    assertThat(earlier.keptIn(KNEE.soFar(FACTS)).fired()).isEmpty();
  }

  @Provide
  Arbitrary<Changed> changed() {
    List<RuleSet> regions =
        Shipped.all()
            .map(Shipped.Tried::rules)
            .filter(ShippedRuleSets::screens)
            // A clinician's examination is no region: nobody changes to it or from it.
            .filter(rules -> !rules.id().equals(ShippedRuleSets.EXAMINATION))
            .toList();
    return Arbitraries.randomValue(
        random -> {
          RuleSet before = regions.get(random.nextInt(regions.size()));
          RuleSet now = regions.get(random.nextInt(regions.size()));
          return new Changed(before, now, new RandomPatient(random).answers(before));
        });
  }

  @Example
  void r125_R1_41_dangers_of_another_region_leave_the_thresholds_it_was_made_with() {
    Evaluation found =
        new Evaluation("knee", 1, Optional.of(4711L), List.of(), List.of(), List.of());

    assertThat(found.withDangers(List.of()).thresholds()).contains(4711L);
  }
}
