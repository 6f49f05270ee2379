package org.pacegate.service.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The real validator, with the class path of this test in the place of the server's folder. */
class IsolatedValidatorTest {
  private static final int MOST_COLLECTIONS = 20;

  private static IsolatedValidator within(Duration limit) {
    return new IsolatedValidator(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(IsolatedValidatorTest::url)
            .toList(),
        limit);
  }

  /** Java shares the open jars of class loaders: one that closes takes them from the other. */
  @AfterEach
  void untilTheLastThreadHasEnded() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("questionnaire validator")) {
        thread.join();
      }
    }
  }

  private static URL url(String part) {
    try {
      return Path.of(part).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(part, e);
    }
  }

  @Test
  void r476ItFindsWhatIsWrongAndWhereInEachFileAndLeavesNothingBehind() {
    QuestionnaireFile shipped = ShippedQuestionnaires.file("consent-1");
    QuestionnaireFile wrong =
        new QuestionnaireFile(
            shipped.text().replace("\"boolean\"", "\"bool\"").getBytes(StandardCharsets.UTF_8));
    long unloaded = unloadedClasses();

    List<List<FileProblem>> problems =
        within(Duration.ofMinutes(5)).errors(List.of(shipped, wrong, shipped));

    assertThat(problems).hasSize(3);
    assertThat(problems.get(0)).isEmpty();
    assertThat(problems.get(2)).isEmpty();
    assertThat(problems.get(1))
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("fhir.invalid");
              assertThat(problem.place()).startsWith("Questionnaire.item[0].item[1]");
              assertThat(problem.detail()).contains("bool");
            });
    for (int i = 0; i < MOST_COLLECTIONS && unloadedClasses() - unloaded < 2_000; i++) {
      System.gc();
    }
    assertThat(unloadedClasses() - unloaded).isGreaterThan(2_000);
  }

  private static long unloadedClasses() {
    return ManagementFactory.getClassLoadingMXBean().getUnloadedClassCount();
  }

  @Test
  void r476OutOfTimeNothingIsKnownAndNoOtherStartsBeforeTheFirstHasEnded() {
    IsolatedValidator validator = within(Duration.ofMillis(1));
    List<QuestionnaireFile> files = List.of(ShippedQuestionnaires.file("consent-1"));

    assertThatThrownBy(() -> validator.errors(files))
        .isInstanceOf(ValidatorFailed.class)
        .hasMessageContaining("longer");
    assertThatThrownBy(() -> validator.errors(files))
        .isInstanceOf(ValidatorFailed.class)
        .hasMessageContaining("another file");
  }

  @Test
  void r476WithoutAValidatorNothingIsKnown() {
    IsolatedValidator empty =
        new IsolatedValidator(List.of(url("/nowhere/none.jar")), Duration.ofMinutes(1));

    assertThatThrownBy(() -> empty.errors(List.of(ShippedQuestionnaires.file("consent-1"))))
        .isInstanceOf(ValidatorFailed.class)
        .hasMessageContaining("org.pacegate.validator.Validate");
  }
}
