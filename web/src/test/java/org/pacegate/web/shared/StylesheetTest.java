package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The stylesheet's colours meet WCAG 2.2 AA")
class StylesheetTest {

  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*#([0-9a-f]{6})");
  private static final String CSS =
      Sources.text(Sources.WEBAPP.resolve("resources/css/pacegate.css"));

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "ink, paper",
    "ink-2, paper",
    "ink-3, paper",
    "ink-3, ground",
    "ink-3, line-2",
    "ink-2, line-2",
    "ink-2, u0-soft",
    "ink-2, u1-soft",
    "ink-2, u2-soft",
    "rail-ink, rail",
    "brand, paper",
    "brand, ground",
    "brand, brand-soft",
    "brand, u0-soft",
    "brand, u1-soft",
    "brand, u2-soft",
    "brand-ink, brand",
    "brand-ink, brand-hover",
    "u0, u0-soft",
    "u0, paper",
    "u1, u1-soft",
    "u2, u2-soft",
    "u2, paper",
    "u3, u3-soft",
    "good, good-soft"
  })
  void asText(String text, String ground) {
    assertThat(contrast(light(), text, ground)).as("light").isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(dark(), text, ground)).as("dark").isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "edge, paper",
    "edge, ground",
    "focus, paper",
    "focus, ground",
    "u0, figure",
    "brand, figure"
  })
  void asBordersAndFocus(String mark, String ground) {
    assertThat(contrast(light(), mark, ground)).as("light").isGreaterThanOrEqualTo(3);
    assertThat(contrast(dark(), mark, ground)).as("dark").isGreaterThanOrEqualTo(3);
  }

  private static Map<String, String> light() {
    return tokens(CSS.substring(0, CSS.indexOf("@media (prefers-color-scheme: dark)")));
  }

  private static Map<String, String> dark() {
    int start = CSS.indexOf("@media (prefers-color-scheme: dark)");
    return tokens(CSS.substring(start, CSS.indexOf("/* Ground */")));
  }

  private static Map<String, String> tokens(String css) {
    Map<String, String> tokens = new HashMap<>();
    TOKEN.matcher(css).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
    return tokens;
  }

  private static double contrast(Map<String, String> tokens, String one, String other) {
    double a = luminance(tokens.get(one)) + 0.05;
    double b = luminance(tokens.get(other)) + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  /** Relative luminance as WCAG 2 defines it. */
  private static double luminance(String colour) {
    double[] share = {0.2126, 0.7152, 0.0722};
    return IntStream.range(0, 3)
        .mapToDouble(i -> share[i] * linear(Integer.parseInt(colour, 2 * i, 2 * i + 2, 16) / 255d))
        .sum();
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
