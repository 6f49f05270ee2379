package org.pacegate.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.pacegate.domain.plan.AnyClinic.Beginning;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralState;

/** R3.2, R3.3, R5.8 to R5.15, R7.1 to R7.6 under whatever people do, in whatever order. */
class CourseOfCarePropertyTest {

  /** What may make a plan active; the others never do. */
  private static final Set<Verb> STARTS =
      Set.of(
          Verb.START_PLAN,
          Verb.START_AFTER_A_STEP_BETWEEN,
          Verb.START_ON_AN_OLD_PASS,
          Verb.RESUME,
          Verb.RESUME_ON_AN_OLD_PASS);

  @Property(tries = 10_000, edgeCases = EdgeCasesMode.NONE)
  void noPlanIsEverActiveWithoutAValidDiagnosis(
      @ForAll Beginning beginning, @ForAll("sequences") List<Step> steps) {
    AnyClinic clinic = new AnyClinic().begin(beginning);
    SafeCare safe = new SafeCare(clinic);
    Set<Verb> started = EnumSet.noneOf(Verb.class);
    for (Step step : steps) {
      if (takeAndCheck(step, clinic, safe)) {
        started.add(step.verb());
      }
    }
    safe.theOtherRunnersCareStaysAsItIs();
    Statistics.label("a plan was started or went on")
        .collect(!started.isEmpty())
        .coverage(seen -> seen.check(true).percentage(percent -> percent > 10));
    Statistics.label("a plan was started after a step between")
        .collect(started.contains(Verb.START_AFTER_A_STEP_BETWEEN))
        .coverage(seen -> seen.check(true).percentage(percent -> percent > 1));
    Statistics.label("a referral was answered")
        .collect(hasCome(clinic, ReferralState.COMPLETED))
        .coverage(seen -> seen.check(true).percentage(percent -> percent > 5));
    Statistics.label("a referral expired")
        .collect(hasCome(clinic, ReferralState.EXPIRED))
        .coverage(seen -> seen.check(true).percentage(percent -> percent > 1));
  }

  private static boolean hasCome(AnyClinic clinic, ReferralState state) {
    return clinic.records.all(Referral.class).stream()
        .flatMap(referral -> referral.transitions().stream())
        .anyMatch(step -> step.to() == state);
  }

  /** Takes a step and answers whether it made a plan active. */
  private static boolean takeAndCheck(Step step, AnyClinic clinic, SafeCare safe) {
    boolean wasLocked = clinic.episode.isLocked();
    Set<Long> wereActive = clinic.activePlans();
    if (!step.take(clinic)) {
      return false;
    }
    safe.everyActivePlanRestsOnAValidDiagnosis();
    safe.theEpisodeSaysWhatIsRecorded();
    safe.everyStepIsInTheTableAndKept();
    safe.somebodyIsAskedOrHasSeenTheRunner();
    boolean started = !wereActive.containsAll(clinic.activePlans());
    if (started) {
      assertThat(step.verb()).as("makes a plan active").isIn(STARTS);
      safe.theScreeningIsGoodToday();
    }
    if (Set.of(Verb.DISCHARGE, Verb.CLOSE_LOST).contains(step.verb())) {
      safe.noFlagStands();
    }
    if (step.verb() == Verb.TRANSFER) {
      safe.whoeverTookAFlagOverIsNamed();
    }
    if (wasLocked && !clinic.episode.isLocked()) {
      assertThat(step.verb()).as("leads out of the lock").isIn(Verb.DECIDE_FLAG, Verb.TRANSFER);
    }
    return started;
  }

  @Provide
  Arbitrary<List<Step>> sequences() {
    Arbitrary<Verb> verbs =
        Arbitraries.frequency(
            Arrays.stream(Verb.values()).map(verb -> Tuple.of(verb.frequency(), verb)).toList());
    return Combinators.combine(
            verbs,
            Arbitraries.integers()
                .between(0, 1_000_000)
                .withDistribution(RandomDistribution.uniform()))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(40)
        .withSizeDistribution(RandomDistribution.uniform());
  }
}
