package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerEnvironmentTest {

  private static final Credentials ROLE = new Credentials("role", "r");
  private static final Database DATABASE =
      new Database("db.example", 5432, "pacegate", ROLE, ROLE, Optional.empty());
  private static final LibertyServer.Address ADDRESS = new LibertyServer.Address("127.0.0.1", 8080);

  @TempDir private Path folder;

  @Test
  void what_the_operator_set_wins() throws Exception {
    assertThat(
            variables(
                Map.of(
                    "PACEGATE_LTPA_PASSWORD", "theirs",
                    "PACEGATE_IDLE_MINUTES", "15",
                    "PACEGATE_DB_POOL", "30")))
        .containsEntry("PACEGATE_LTPA_PASSWORD", "theirs")
        .containsEntry("PACEGATE_IDLE_MINUTES", "15")
        .containsEntry("PACEGATE_DB_POOL", "30");
  }

  @Test
  void an_empty_variable_is_one_that_is_not_set() throws Exception {
    var unset = Map.of("PACEGATE_LTPA_PASSWORD", "", "PACEGATE_IDLE_MINUTES", "");
    var first = variables(unset);

    assertThat(first)
        .containsEntry("PACEGATE_IDLE_MINUTES", "10")
        .containsEntry("PACEGATE_DB_POOL", "20");
    assertThat(first.get("PACEGATE_LTPA_PASSWORD")).hasSizeGreaterThan(20);
    assertThat(variables(unset)).as("kept for the next start").isEqualTo(first);
  }

  private Map<String, String> variables(Map<String, String> environment) throws Exception {
    try (var data = new DataDirectory(folder)) {
      return ServerEnvironment.of(DATABASE, data, ADDRESS, new Settings(environment));
    }
  }
}
