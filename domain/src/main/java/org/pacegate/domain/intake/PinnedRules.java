package org.pacegate.domain.intake;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One version of a rule set, as an intake is pinned to it.
 *
 * @param ruleSet which rule set, such as {@code low-back-pain}
 * @param thresholds id of the clinic's version of the thresholds; null as shipped
 */
public record PinnedRules(String ruleSet, int version, Long thresholds) {

  private static final String BETWEEN = " ";
  private static final Pattern ONE = Pattern.compile("(.+)-(\\d+)(?::(\\d+))?");

  /** As a list is kept: {@code low-back-pain-1 knee-1:4711}. */
  static String text(List<PinnedRules> all) {
    return all.stream().map(PinnedRules::textOfOne).collect(Collectors.joining(BETWEEN));
  }

  private static String textOfOne(PinnedRules one) {
    return one.ruleSet + "-" + one.version + (one.thresholds == null ? "" : ":" + one.thresholds);
  }

  static List<PinnedRules> read(String text) {
    return Arrays.stream(text.split(BETWEEN))
        .filter(each -> !each.isEmpty())
        .map(PinnedRules::readOne)
        .toList();
  }

  private static PinnedRules readOne(String text) {
    Matcher one = ONE.matcher(text);
    if (!one.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new PinnedRules(
        one.group(1),
        Integer.parseInt(one.group(2)),
        one.group(3) == null ? null : Long.valueOf(one.group(3)));
  }
}
