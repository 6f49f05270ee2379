package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R11.10 Sign-in delays")
class SignInDelaysTest {

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.7";
  private static EmbeddedPostgres postgres;

  private final Hand hand = new Hand();
  private SignInDelays delays;

  @BeforeAll
  static void startDatabase() throws IOException, SQLException {
    postgres = EmbeddedPostgres.start();
    execute(
        """
        create table sign_in_delay (subject text primary key,
          failures integer not null check (failures > 0), last_failed_at timestamptz not null,
          waited integer not null default 0)""");
  }

  @AfterAll
  static void stopDatabase() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void startAnew() throws SQLException {
    execute("truncate sign_in_delay");
    delays = new SignInDelays(hand, OneTransactionEach.of(postgres.getPostgresDatabase()));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void fail(int times, String login, String address) {
    for (int i = 0; i < times; i++) {
      hand.forward(delays.left(login, address));
      assertThat(delays.begin(login, address).mustWait()).isFalse();
    }
  }

  private long secondsLeft(String login, String address) {
    return delays.left(login, address).toSeconds();
  }

  @Test
  void startAfterTheThirdFailure() {
    fail(3, "ana", HERE);
    assertThat(secondsLeft("ana", HERE)).isZero();
    fail(1, "ana", HERE);
    assertThat(secondsLeft("ana", HERE)).isEqualTo(1);
    fail(1, "ana", HERE);
    assertThat(secondsLeft("ana", HERE)).isEqualTo(2);
  }

  @Test
  void refuseATryThatComesTooEarlyAndDoNotCountIt() {
    fail(5, "ana", HERE);
    SignInTry early = delays.begin("ana", HERE);
    assertThat(early.mustWait()).isTrue();
    hand.forward(Duration.ofSeconds(2));
    assertThat(delays.begin("ana", HERE).mustWait()).isFalse();
  }

  @Test
  void countTheTriesThatHaveToWait() {
    fail(5, "ana", HERE);
    assertThat(delays.begin("ana", HERE).waited()).isEqualTo(1);
    assertThat(delays.begin("ana", HERE).waited()).isEqualTo(2);
    hand.forward(Duration.ofMinutes(1));
    SignInTry admitted = delays.begin("ana", HERE);
    assertThat(admitted.mustWait()).isFalse();
    assertThat(admitted.waited()).isEqualTo(2);
    hand.forward(Duration.ofMinutes(1));
    assertThat(delays.begin("ana", HERE).waited()).isZero();
  }

  @Test
  void neverKeepTheOwnerOutThroughAStranger() {
    fail(40, "ana", ELSEWHERE);
    assertThat(secondsLeft("ana", ELSEWHERE)).isEqualTo(900);
    assertThat(secondsLeft("ana", HERE)).isZero();
    assertThat(delays.begin("ana", HERE).mustWait()).isFalse();
  }

  @Test
  void areLongForAnAddressWhateverTheName() {
    fail(10, "ana", HERE);
    assertThat(secondsLeft("somebody.else", HERE)).isEqualTo(16);
    assertThat(secondsLeft("somebody.else", ELSEWHERE)).isZero();
  }

  @Test
  void endWithTheRightPassword() {
    fail(4, "ana", HERE);
    hand.forward(Duration.ofSeconds(1));
    delays.succeed(delays.begin("ana", HERE));
    assertThat(secondsLeft("ana", HERE)).isZero();
    fail(3, "ana", HERE);
  }

  @Test
  void doNotCountRightPasswordsAgainstAnAddress() {
    for (int i = 0; i < 50; i++) {
      delays.succeed(delays.begin("person" + i, HERE));
    }
    assertThat(secondsLeft("ana", HERE)).isZero();
  }

  @Test
  void areForgottenWhileOthersSignInAtTheSameAddress() {
    fail(8, "ana", HERE);
    for (int i = 0; i < 40; i++) {
      hand.forward(Duration.ofMinutes(2));
      delays.succeed(delays.begin("ben", HERE));
    }
    fail(5, "ana", HERE);
    assertThat(secondsLeft("cleo", HERE)).isZero();
  }

  @Test
  void countTriesOfTheSameMoment() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> attempt = () -> !delays.begin("ana", HERE).mustWait();
      List<Future<Boolean>> tries =
          threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> attempt).toList());
      int admitted = 0;
      for (Future<Boolean> one : tries) {
        admitted += one.get() ? 1 : 0;
      }
      assertThat(admitted).isEqualTo(4);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void surviveARestart() {
    fail(7, "ana", HERE);
    SignInDelays afterwards =
        new SignInDelays(hand, OneTransactionEach.of(postgres.getPostgresDatabase()));
    assertThat(afterwards.left("ana", HERE)).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void areDeletedAfterADay() {
    fail(7, "ana", HERE);
    hand.forward(Duration.ofHours(25));
    delays.forgetOldFailures();
    assertThat(secondsLeft("ana", HERE)).isZero();
  }

  @Test
  void ofAConfirmationAreTheOwnersAlone() {
    fail(40, "ana", ELSEWHERE);
    for (int i = 0; i < 4; i++) {
      assertThat(delays.beginConfirmation("ana")).isZero();
    }
    assertThat(delays.beginConfirmation("ana")).isEqualTo(Duration.ofSeconds(1));
    delays.succeedConfirmation("ana");
    assertThat(delays.beginConfirmation("ana")).isZero();
  }

  /** A clock that is moved by hand. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-03-02T09:00:00.123456789Z");

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
