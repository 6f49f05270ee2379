package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the domain and the services may say no with, read from their sources, has words. */
@DisplayName("R0.49 A refusal")
class RefusalWordsTest {

  private static final List<Path> SOURCES =
      List.of(Path.of("../domain/src/main/java"), Path.of("../service/src/main/java"));

  /** A code is given to a refusal itself, or to a method that refuses with it. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:new (?:DomainRefusal|PasswordRefused)\\(|super\\(|expect(?:Own)?\\([^;\"]*,)"
              + "\\s*\"([a-z]\\w*(?:\\.\\w+)?)\"");

  private static final Pattern VALUE = Pattern.compile("new InvalidValue\\(([^;]*?)\\);");
  private static final Pattern FIELD = Pattern.compile("^\\s*\"([^\"]+)\"\\s*,");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"]+)\"");

  @ParameterizedTest
  @ValueSource(strings = {"words.properties", "words_es.properties"})
  void hasWordsInEveryLanguage(String file) {
    Set<String> known = known(file);
    assertThat(thrown())
        .as("refusals that no bundle's %s has words for", file)
        .allSatisfy((refusal, keys) -> assertThat(keys).as(refusal).anyMatch(known::contains));
  }

  @Test
  @DisplayName("is found in the sources, whoever throws it")
  void isFound() {
    assertThat(thrown().keySet())
        .contains("gate.stalePass", "plan.otherEpisode", "lostUpdate", "noSuchRecord")
        .contains("account.lastAdministrator", "invalid.phone.malformed", "invalid.*.range")
        .hasSizeGreaterThan(60);
  }

  /** Each refusal with the keys that say it, any of which will do. */
  private static Map<String, Set<String>> thrown() {
    Map<String, Set<String>> thrown = new TreeMap<>();
    SOURCES.stream()
        .flatMap(folder -> Sources.under(folder, ".java").stream())
        .map(Sources::text)
        .forEach(
            source -> {
              CODE.matcher(source)
                  .results()
                  .map(code -> code.group(1))
                  .forEach(code -> thrown.put(code, Set.of("refusal." + code)));
              VALUE
                  .matcher(source)
                  .results()
                  .flatMap(RefusalWordsTest::problems)
                  .forEach(problem -> thrown.put(problem[0], Set.of(problem[1], problem[2])));
            });
    return thrown;
  }

  /** The name of the refusal, its own key and the key of its kind. */
  private static Stream<String[]> problems(MatchResult value) {
    String arguments = value.group(1);
    var field = FIELD.matcher(arguments);
    String name = field.find() ? field.group(1) : "*";
    String rest =
        name.equals("*") ? arguments.replaceFirst("^[^,]*,", "") : arguments.substring(field.end());
    return LITERAL
        .matcher(rest)
        .results()
        .map(problem -> problem.group(1))
        .map(
            problem ->
                new String[] {
                  "invalid." + name + "." + problem,
                  "refusal.invalid." + name + "." + problem,
                  "refusal." + problem
                });
  }

  private static Set<String> known(String file) {
    Set<String> known = new HashSet<>();
    for (Path words : Sources.under(Sources.WORDS, file)) {
      Properties bundle = new Properties();
      try {
        bundle.load(new StringReader(Sources.text(words)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      known.addAll(bundle.stringPropertyNames());
    }
    return known;
  }
}
