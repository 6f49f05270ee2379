package org.pacegate.web.shared;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place where a page asks for words: {@code #{intakeText['title']}}, a beginning as in {@code
 * #{sharedText['sex.' += patient.sex]}}, or {@code text="#{sharedText}" prefix="sex."} of a tag.
 *
 * @param beginning whether the key is only the beginning of one
 */
record WordUse(String feature, String key, boolean beginning) {

  private static final Pattern BRACKETS = Pattern.compile("\\b([a-z]+)Text\\[((?:[^\\[\\]])*)]");
  private static final Pattern LITERAL =
      Pattern.compile("(\\beq\\s+|\\bne\\s+|[=!]=\\s*)?'([^']*)'(\\s*\\+=)?(\\s*\\.concat)?");
  private static final Pattern TAG =
      Pattern.compile("text=\"#\\{([a-z]+)Text}\"\\s+prefix=\"([^\"#]+)\"");

  static List<WordUse> in(String page) {
    return Stream.concat(
            BRACKETS.matcher(page).results().flatMap(use -> literals(use.group(1), use.group(2))),
            TAG.matcher(page).results().map(use -> new WordUse(use.group(1), use.group(2), true)))
        .toList();
  }

  boolean isKnownTo(Map<String, String> words) {
    return beginning
        ? words.keySet().stream().anyMatch(known -> known.startsWith(key))
        : words.containsKey(key);
  }

  private static Stream<WordUse> literals(String feature, String inside) {
    return LITERAL
        .matcher(inside)
        .results()
        .filter(literal -> literal.group(1) == null && !literal.group(2).isEmpty())
        .map(
            literal ->
                new WordUse(
                    feature,
                    literal.group(2),
                    literal.group(3) != null || literal.group(4) != null));
  }
}
