package org.pacegate.service.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pacegate.domain.screening.Deadlines;
import org.pacegate.domain.screening.Parameter;
import org.pacegate.domain.screening.Parameters;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ThresholdTrial;
import org.pacegate.domain.screening.ThresholdTrial.Moved;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.shared.Settings;

/**
 * What a clinic may move: the parameters of every shipped version of a rule set, and what no rule
 * reads, which is how long a screening counts and until when somebody has to act on a danger.
 */
@ApplicationScoped
class ThresholdSets {

  /** The set of what holds for all screenings. */
  static final String SCREENING = "screening";

  static final Parameters OF_SCREENING =
      new Parameters(
          List.of(
              new Parameter(
                  "screening.valid-days",
                  Parameter.Unit.DAYS,
                  Settings.SCREENING_VALID_DAYS,
                  1,
                  Settings.MOST_VALID_DAYS)));

  /** One of them. */
  record ThresholdSet(String id, int version, Parameters shipped, boolean inUse) {}

  @Inject private RuleSets ruleSets;

  /** All of them, what holds for all screenings first. */
  List<ThresholdSet> all() {
    return Stream.concat(
            Stream.of(
                new ThresholdSet(SCREENING, 1, OF_SCREENING, true),
                new ThresholdSet(Deadlines.SET, Deadlines.VERSION, Deadlines.SHIPPED, true)),
            ruleSets.versions().stream()
                .filter(rules -> !rules.parameters().all().isEmpty())
                .map(this::of))
        .toList();
  }

  private ThresholdSet of(RuleSet rules) {
    return new ThresholdSet(
        rules.id(), rules.version(), rules.parameters(), ruleSets.all().contains(rules));
  }

  /**
   * One of them.
   *
   * @throws DomainRefusal {@code threshold.unknown} for a rule set that is not shipped or has no
   *     parameters
   */
  ThresholdSet expect(String id, int version) {
    return all().stream()
        .filter(set -> set.id().equals(id) && set.version() == version)
        .findFirst()
        .orElseThrow(() -> new DomainRefusal("threshold.unknown", "rule set version " + version));
  }

  /** What moving them does; no example is about what no rule reads. */
  ThresholdTrial tried(ThresholdSet set, Map<String, Integer> values) {
    return set.id().equals(SCREENING) || set.id().equals(Deadlines.SET)
        ? new ThresholdTrial(moved(set, values), 0, List.of(), List.of())
        : ThresholdTrial.of(
            ruleSets.find(set.id(), set.version()).orElseThrow(),
            ruleSets.examples(set.id(), set.version()).orElseThrow(),
            values);
  }

  private static List<Moved> moved(ThresholdSet set, Map<String, Integer> values) {
    return set.shipped().all().stream()
        .filter(each -> values.getOrDefault(each.name(), each.value()) != each.value())
        .map(each -> new Moved(each, values.get(each.name()), List.of(), List.of()))
        .toList();
  }
}
