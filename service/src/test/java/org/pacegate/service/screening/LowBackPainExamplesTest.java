package org.pacegate.service.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.screening.ExampleCase;
import org.pacegate.domain.screening.ExampleCases;
import org.pacegate.domain.screening.RuleSet;

class LowBackPainExamplesTest {
  private static final RuleSet RULES = read();
  private static final ExampleCases EXAMPLES = examples();

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void everyExampleComesOutAsWritten(ExampleCase example) {
    assertThat(example.failureIn(RULES)).isEmpty();
  }

  @Test
  void everyRuleHasMetNotMetMissingAndBoundary() {
    assertThat(EXAMPLES.failuresIn(RULES)).isEmpty();
  }

  static Stream<ExampleCase> cases() {
    return EXAMPLES.cases().stream();
  }

  static RuleSet read() {
    try (InputStream in = resource("/rules/low-back-pain-1.json")) {
      return RuleSetReader.read(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static ExampleCases examples() {
    try (InputStream in = resource("/rules/low-back-pain-1.examples.json")) {
      return new ExampleCasesReader(RULES).read(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static InputStream resource(String path) {
    return LowBackPainExamplesTest.class.getResourceAsStream(path);
  }
}
