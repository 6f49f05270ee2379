package org.pacegate.service.screening;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;

/**
 * What was answered about body regions that a complaint is no longer about. Such answers count no
 * more, but for a danger in them (R1.25): that is for a professional to decide, not for whoever
 * changes the region.
 */
public final class EarlierAnswers {

  /**
   * What one rule set was told.
   *
   * @param answers the answers to its questions and the facts
   */
  public record Told(RuleSet rules, Answers answers) {}

  /** Answers that make nothing dangerous. */
  private static final Set<String> HARMLESS = Set.of("NO", "");

  private final List<Told> earlier;
  private final Set<String> askedNow;

  /**
   * Compares what is asked now with what was asked before.
   *
   * @param now the rule set that the region has now
   */
  public EarlierAnswers(Told now, List<Told> earlier) {
    this.earlier = List.copyOf(earlier);
    this.askedNow = linkIds(now.rules().enabledQuestions(now.answers()));
  }

  /** Link ids that were answered and are not asked any more, in the order they were asked in. */
  public List<String> setAside() {
    Set<String> setAside = new LinkedHashSet<>();
    for (Told told : earlier) {
      linkIds(told.rules().enabledQuestions(told.answers())).stream()
          .filter(linkId -> told.answers().has(linkId) && !askedNow.contains(linkId))
          .forEach(setAside::add);
    }
    return List.copyOf(setAside);
  }

  /** These findings, and the dangers in what is set aside. */
  public Evaluation keptIn(Evaluation found) {
    List<String> setAside = setAside();
    List<FiredRule> dangers =
        earlier.stream()
            .flatMap(told -> told.rules().soFar(told.answers()).fired().stream())
            .filter(rule -> restsOn(rule, setAside))
            .toList();
    return found.withDangers(dangers);
  }

  private static boolean restsOn(FiredRule rule, Collection<String> linkIds) {
    return rule.inputs().entrySet().stream()
        .anyMatch(
            input -> linkIds.contains(input.getKey()) && !HARMLESS.contains(input.getValue()));
  }

  private static Set<String> linkIds(List<Question> questions) {
    return questions.stream()
        .map(Question::linkId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
