package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("R0.49 Words")
class WordsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d");
  private static final Pattern KEY_LINE = Pattern.compile("(?m)^([^#!\\s=:][^=:\\s]*)\\s*[=:]");

  static Stream<Path> features() {
    return Sources.under(Sources.WORDS, "words.properties").stream().map(Path::getParent);
  }

  @ParameterizedTest
  @MethodSource("features")
  void existInBothLanguages(Path feature) {
    assertThat(spanish(feature).keySet()).isEqualTo(english(feature).keySet());
  }

  @ParameterizedTest
  @MethodSource("features")
  void areNeverBlank(Path feature) {
    assertThat(english(feature)).allSatisfy((key, word) -> assertThat(word).as(key).isNotBlank());
    assertThat(spanish(feature)).allSatisfy((key, word) -> assertThat(word).as(key).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("features")
  void nameTheSameFactsInBothLanguages(Path feature) {
    Map<String, String> spanish = spanish(feature);
    assertThat(english(feature))
        .allSatisfy(
            (key, word) ->
                assertThat(placeholders(spanish.getOrDefault(key, "")))
                    .as(key)
                    .isEqualTo(placeholders(word)));
  }

  @ParameterizedTest
  @MethodSource("features")
  void haveEachKeyOnce(Path feature) {
    for (String file : new String[] {"words.properties", "words_es.properties"}) {
      assertThat(KEY_LINE.matcher(Sources.text(feature.resolve(file))).results())
          .extracting(line -> line.group(1))
          .as(file)
          .doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void areRegisteredForPages(Path feature) {
    String name = feature.getFileName().toString();
    assertThat(Sources.text(Sources.WEBAPP.resolve("WEB-INF/faces-config.xml")))
        .contains("<base-name>org.pacegate.web." + name + ".words</base-name>")
        .contains("<var>" + name + "Text</var>");
  }

  @Test
  @DisplayName("that a page asks for exist")
  void existForEveryPage() {
    assertThat(Sources.pages())
        .allSatisfy(
            page ->
                assertThat(WordUse.in(Sources.text(page)))
                    .as(page.toString())
                    .allMatch(use -> use.isKnownTo(english(Sources.WORDS.resolve(use.feature())))));
  }

  private static Map<String, String> english(Path feature) {
    return words(feature.resolve("words.properties"));
  }

  private static Map<String, String> spanish(Path feature) {
    return words(feature.resolve("words_es.properties"));
  }

  private static Map<String, String> words(Path file) {
    if (!Files.exists(file)) {
      return Map.of();
    }
    Properties words = new Properties();
    try {
      words.load(new StringReader(Sources.text(file)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return words.stringPropertyNames().stream()
        .collect(
            Collectors.toMap(key -> key, words::getProperty, (one, other) -> one, TreeMap::new));
  }

  private static Set<String> placeholders(String word) {
    return PLACEHOLDER
        .matcher(word)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
