package org.pacegate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feature says what it is for, and every class is small enough to be read. */
class FeatureContractTest {

  private static final Path SOURCES = Path.of("src/main/java/org/pacegate/domain");
  private static final Pattern REQUIREMENT = Pattern.compile("<li>[A-Z]\\d+\\.\\d+ \\S");

  /**
   * docs/architecture.md, house rule 8: at 200 look twice, at 300 split. Comments and imports do
   * not count.
   */
  private static final int MOST_LINES = 300;

  static Stream<Path> features() throws IOException {
    try (Stream<Path> children = Files.list(SOURCES)) {
      return children.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void everyFeatureHasItsContract(Path feature) throws IOException {
    String contract = Files.readString(feature.resolve("package-info.java"));

    assertThat(REQUIREMENT.matcher(contract).find()).as("a numbered requirement").isTrue();
    assertThat(contract).contains("Out of scope");
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyClassIsSmallEnoughToBeRead(Path source) {
    assertThat(linesOfCode(source)).isLessThan(MOST_LINES);
  }

  private static int linesOfCode(Path source) {
    try {
      List<String> lines = Files.readAllLines(source);
      return (int)
          lines.stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty() && !line.matches("(/\\*|\\*|//|import ).*"))
              .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
