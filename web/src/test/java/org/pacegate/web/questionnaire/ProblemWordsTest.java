package org.pacegate.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.questionnaire.Flaw;

/** The page makes the key from the code, so the walk over the pages cannot see it missing. */
class ProblemWordsTest {
  private static final Path READER =
      Path.of("../service/src/main/java/org/pacegate/service/questionnaire");
  private static final Pattern CODE = Pattern.compile("\"((?:file|fhir|item|own)\\.\\w+)\"");

  static Set<String> codes() throws IOException {
    try (Stream<Path> files = Files.list(READER)) {
      return Stream.concat(
              files.flatMap(file -> CODE.matcher(text(file)).results()).map(code -> code.group(1)),
              Arrays.stream(Flaw.Kind.values()).map(kind -> "flaw." + kind))
          .collect(Collectors.toSet());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(file.toString(), unreadable);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("codes")
  void r490EveryProblemOfAFileIsASentenceInBothLanguages(String code) {
    for (String language : new String[] {"en", "es"}) {
      ResourceBundle words =
          ResourceBundle.getBundle(
              "org.pacegate.web.questionnaire.words",
              Locale.forLanguageTag(language),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      assertThat(words.getString("problem." + code)).as(language).matches(".+[.:]");
    }
  }
}
