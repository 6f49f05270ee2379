package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command of docs/evaluating-answers.md, as a process of its own. */
class EvaluateIT {

  @TempDir Path folder;

  @Test
  void r12_19_answers_are_evaluated_and_nothing_is_started() throws Exception {
    var data = folder.resolve("data");
    var file = answers("{\"ruleSet\": \"knee\", \"answers\": {\"KNE-1\": \"YES\"}}");

    try (var launched = evaluating(data, file)) {
      assertThat(launched.exitCode()).isZero();
      assertThat(launched.console())
          .startsWith("{")
          .contains("\"rule\": \"KNE-1\"")
          .contains("\"missing\"");
    }
    assertThat(data).doesNotExist();
  }

  @Test
  void r12_16_a_file_that_cannot_be_read_is_said_in_one_sentence() throws Exception {
    var file = answers("{\"ruleSet\": \"elbow\", \"answers\": {}}");

    try (var launched = evaluating(folder.resolve("data"), file)) {
      assertThat(launched.exitCode()).isEqualTo(1);
      assertThat(launched.console()).startsWith("Pacegate: ").contains("elbow");
      assertThat(launched.console().lines()).hasSize(1);
    }
  }

  private Path answers(String json) throws IOException {
    return Files.writeString(folder.resolve("answers.json"), json);
  }

  private static Launched evaluating(Path data, Path file) {
    return Launched.with(
        Map.of("PACEGATE_DATA_DIR", data.toString()), "--evaluate", file.toString());
  }
}
