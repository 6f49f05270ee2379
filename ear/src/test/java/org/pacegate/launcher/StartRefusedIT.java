package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R12.16: one sentence, an exit code, nothing left running. */
class StartRefusedIT {

  private final PacegateServer server = PacegateServer.get();

  @TempDir private Path data;

  @Test
  void a_taken_port() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      refused(Map.of("PACEGATE_HTTP_PORT", port), "Port " + port + " on 127.0.0.1 is taken");
      refused(
          Map.of(
              "PACEGATE_HTTP_PORT",
              Integer.toString(PacegateServer.freePort()),
              "PACEGATE_HTTPS_PORT",
              port,
              "PACEGATE_TLS_KEYSTORE",
              "any.p12"),
          "set PACEGATE_HTTPS_PORT");
    }
  }

  @Test
  void a_port_that_is_no_number() throws Exception {
    refused(Map.of("PACEGATE_HTTP_PORT", "eighty"), "must be a port number");
  }

  @ParameterizedTest
  @CsvSource({
    "PACEGATE_IDLE_MINUTES, ten, from 3 to 720",
    "PACEGATE_IDLE_MINUTES, 0, from 3 to 720",
    "PACEGATE_DB_POOL, 7.5, from 5 to 50",
    "PACEGATE_DB_POOL, 100000, from 5 to 50"
  })
  void a_limit_that_is_no_whole_number_within_its_bounds(
      String variable, String value, String bounds) throws Exception {
    refused(
        Map.of(variable, value),
        "%s must be a whole number %s, not '%s'.".formatted(variable, bounds, value));
  }

  @Test
  void a_data_directory_of_another_postgresql() throws Exception {
    Files.createDirectories(data.resolve("postgres"));
    Files.writeString(data.resolve("postgres/PG_VERSION"), "14\n");
    refused(Map.of(), "was written by PostgreSQL 14 and this build brings 18");
  }

  @Test
  void a_data_directory_in_use() throws Exception {
    try (var other = new DataDirectory(data)) {
      refused(Map.of(), "The data directory " + other.path() + " is in use by another run");
    }
  }

  @Test
  void a_database_that_does_not_answer() throws Exception {
    refused(external("pacegate", Map.of("PACEGATE_DB_PORT", "1")), "does not answer");
  }

  @Test
  void a_wrong_password() throws Exception {
    refused(
        external("pacegate", Map.of("PACEGATE_DB_PASSWORD", "wrong")),
        "refuses the role pacegate_app: wrong name or password");
  }

  @Test
  void an_application_role_that_owns_the_schema() throws Exception {
    var owner = server.database().owner().orElseThrow();
    refused(
        withOwner(
            external(
                "pacegate",
                Map.of(
                    "PACEGATE_DB_USER", owner.user(),
                    "PACEGATE_DB_PASSWORD", owner.password()))),
        "could see every clinic");
  }

  @Test
  void a_database_that_is_not_there() throws Exception {
    refused(external("nowhere", Map.of()), "has no database nowhere");
  }

  @Test
  void an_older_schema_without_the_owner_to_migrate_it() throws Exception {
    createDatabase("pacegate_old");
    refused(external("pacegate_old", Map.of()), "is at version none and this build needs");
  }

  @Test
  void a_newer_schema() throws Exception {
    createDatabase("pacegate_new");
    var owner = withOwner(external("pacegate_new", Map.of()));
    try (var migration = Launched.with(owner, "--migrate-only")) {
      assertThat(migration.exitCode()).as(migration.console()).isZero();
    }
    execute(
        "pacegate_new",
        "insert into pacegate.flyway_schema_history (installed_rank, version, description, type,"
            + " script, installed_by, execution_time, success)"
            + " values (999, '999', 'later', 'SQL', 'V999__later.sql', 'x', 1, true)");

    refused(owner, "is at version 999 and this build only knows");
  }

  @Test
  void an_unknown_option() throws Exception {
    try (var launched = Launched.with(Map.of(), "--emtpy")) {
      assertThat(launched.exitCode()).isOne();
      assertThat(launched.console()).contains("Unknown option --emtpy");
    }
  }

  private void refused(Map<String, String> environment, String because) throws Exception {
    var variables = new HashMap<>(environment);
    variables.put("PACEGATE_DATA_DIR", data.toString());
    variables.putIfAbsent("PACEGATE_HTTP_PORT", Integer.toString(PacegateServer.freePort()));
    try (var launched = Launched.with(variables)) {
      assertThat(launched.exitCode()).as(launched.console()).isOne();
      assertThat(launched.console()).contains("Pacegate: ").contains(because);
      assertThat(launched.console()).doesNotContain("\tat ", "Exception");
    }
    assertThat(Postmaster.in(data.resolve("postgres"))).isEmpty();
    assertThat(data.resolve("server.pid")).doesNotExist();
  }

  private Map<String, String> external(String name, Map<String, String> changed) {
    var database = server.database();
    var variables = new HashMap<String, String>();
    variables.put("PACEGATE_DB_HOST", database.host());
    variables.put("PACEGATE_DB_PORT", Integer.toString(database.port()));
    variables.put("PACEGATE_DB_NAME", name);
    variables.put("PACEGATE_DB_USER", database.application().user());
    variables.put("PACEGATE_DB_PASSWORD", database.application().password());
    variables.put("PACEGATE_DB_SEALER_USER", database.sealer().user());
    variables.put("PACEGATE_DB_SEALER_PASSWORD", database.sealer().password());
    variables.putAll(changed);
    return variables;
  }

  private Map<String, String> withOwner(Map<String, String> variables) {
    var owner = server.database().owner().orElseThrow();
    variables.put("PACEGATE_DB_OWNER_USER", owner.user());
    variables.put("PACEGATE_DB_OWNER_PASSWORD", owner.password());
    return variables;
  }

  private void createDatabase(String name) throws SQLException {
    var owner = server.database().owner().orElseThrow().user();
    execute("pacegate", "drop database if exists " + name);
    execute("pacegate", "create database " + name + " owner " + owner);
  }

  private void execute(String database, String sql) throws SQLException {
    try (var connection = server.superuser(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
