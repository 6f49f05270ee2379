package org.pacegate.domain.intake;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One version of a rule set, as an intake is pinned to it.
 *
 * @param ruleSet which rule set, such as {@code low-back-pain}
 */
public record PinnedRules(String ruleSet, int version) {

  private static final String BETWEEN = " ";

  /** As a list is kept: {@code low-back-pain-1 knee-1}. */
  static String text(List<PinnedRules> all) {
    return all.stream()
        .map(each -> each.ruleSet + "-" + each.version)
        .collect(Collectors.joining(BETWEEN));
  }

  static List<PinnedRules> read(String text) {
    return Arrays.stream(text.split(BETWEEN))
        .filter(each -> !each.isEmpty())
        .map(PinnedRules::readOne)
        .toList();
  }

  private static PinnedRules readOne(String text) {
    int dash = text.lastIndexOf('-');
    return new PinnedRules(text.substring(0, dash), Integer.parseInt(text.substring(dash + 1)));
  }
}
