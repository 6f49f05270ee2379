package org.pacegate.service.shared.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a server may be sent requests, and what it says when it may not. */
class ReadinessTest {

  @BeforeAll
  static void answerWithoutAServer() {
    HealthCheckResponse.setResponseProvider(PlainResponse::new);
  }

  @AfterAll
  static void leaveAnsweringToTheServer() {
    HealthCheckResponse.setResponseProvider(null);
  }

  @Test
  void r12_1_it_is_up_while_the_database_takes_writes() {
    assertThat(
            new DatabaseCheck(probe(Optional.of(true), Optional.empty(), Optional.empty()))
                .call()
                .getStatus())
        .isEqualTo(Status.UP);
  }

  @Test
  void r12_1_r12_3_a_database_that_is_read_only_is_named() {
    expectDown(
        new DatabaseCheck(probe(Optional.of(false), Optional.empty(), Optional.empty())).call(),
        "read only");
  }

  @Test
  void r12_1_r12_3_a_database_that_does_not_answer_is_named() {
    expectDown(
        new DatabaseCheck(probe(Optional.empty(), Optional.empty(), Optional.empty())).call(),
        "does not answer");
  }

  @Test
  void r12_2_it_is_up_with_the_schema_of_this_build() {
    HealthCheckResponse answer = schema(Optional.of(BuiltMigrations.NEWEST));
    assertThat(answer.getStatus()).isEqualTo(Status.UP);
    assertThat(answer.getData())
        .contains(Map.of("database", BuiltMigrations.NEWEST, "build", BuiltMigrations.NEWEST));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1", "999"})
  void r12_2_r12_3_an_older_and_a_newer_schema_are_named(String version) {
    HealthCheckResponse answer = schema(Optional.of(version));
    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData())
        .contains(Map.of("database", version, "build", BuiltMigrations.NEWEST));
  }

  @Test
  void r12_2_a_schema_that_cannot_be_read_is_down() {
    assertThat(schema(Optional.empty()).getStatus()).isEqualTo(Status.DOWN);
  }

  @ParameterizedTest(name = "{0} s")
  @CsvSource({"0, UP", "899, UP", "900, UP", "901, DOWN", "960, DOWN"})
  void r12_5_events_wait_at_most_a_quarter_of_an_hour_for_their_seal(long waited, Status expected) {
    HealthCheckResponse answer =
        new SealerCheck(
                probe(Optional.empty(), Optional.empty(), Optional.of(Duration.ofSeconds(waited))))
            .call();
    assertThat(answer.getStatus()).isEqualTo(expected);
    assertThat(answer.getData()).contains(Map.of("oldest event waits, s", waited));
  }

  @Test
  void r12_5_r12_3_a_sealer_that_cannot_be_asked_is_named() {
    expectDown(
        new SealerCheck(probe(Optional.empty(), Optional.empty(), Optional.empty())).call(),
        "cannot be asked");
  }

  private static HealthCheckResponse schema(Optional<String> version) {
    return new SchemaCheck(probe(Optional.empty(), version, Optional.empty())).call();
  }

  private static void expectDown(HealthCheckResponse answer, String reason) {
    assertThat(answer.getStatus()).isEqualTo(Status.DOWN);
    assertThat(answer.getData()).contains(Map.of("reason", reason));
  }

  private static DatabaseProbe probe(
      Optional<Boolean> writes, Optional<String> version, Optional<Duration> unsealed) {
    return new DatabaseProbe() {
      @Override
      public Optional<Boolean> takesWrites() {
        return writes;
      }

      @Override
      public Optional<String> migratedTo() {
        return version;
      }

      @Override
      public Optional<Duration> unsealed() {
        return unsealed;
      }
    };
  }
}
