package org.pacegate.domain.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R11.10 The next try waits")
class SignInDelayTest {

  private static final Instant FAILED = Instant.parse("2026-03-02T09:00:00Z");

  @ParameterizedTest(name = "{0} failures at an account: {1} s")
  @CsvSource({"0,0", "1,0", "3,0", "4,1", "5,2", "6,4", "7,8", "8,16", "9,30", "10,30", "500,30"})
  void twiceAsLongEachTimeButNeverLong(int failures, long seconds) {
    assertThat(SignInDelay.OF_ACCOUNT.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest(name = "{0} failures from an address: {1} s")
  @CsvSource({"5,0", "6,1", "10,16", "15,512", "16,900", "17,900", "2000000000,900"})
  void longerForAnAddress(int failures, long seconds) {
    assertThat(SignInDelay.OF_ADDRESS.after(failures)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @ParameterizedTest(name = "{0} failures, {1} s later: {2} s left")
  @CsvSource({"6,0,4", "6,1,3", "6,4,0", "6,400,0", "3,0,0"})
  void theWaitRunsOut(int failures, long later, long left) {
    assertThat(SignInDelay.OF_ACCOUNT.left(failures, FAILED, FAILED.plusSeconds(later)))
        .isEqualTo(Duration.ofSeconds(left));
  }

  @ParameterizedTest(name = "{0} failures, {1} minutes later: {2} remembered")
  @CsvSource({"6,0,6", "6,4,6", "6,5,5", "6,29,1", "6,30,0", "6,1000,0"})
  void failuresAreForgottenOneByOne(int failures, long minutes, int remembered) {
    Instant later = FAILED.plus(Duration.ofMinutes(minutes));
    assertThat(SignInDelay.OF_ACCOUNT.remembered(failures, FAILED, later)).isEqualTo(remembered);
  }

  @Test
  void aClockThatWentBackForgetsNothingAndEndsTheWait() {
    Instant before = FAILED.minusSeconds(3600);
    assertThat(SignInDelay.OF_ACCOUNT.remembered(6, FAILED, before)).isEqualTo(6);
    assertThat(SignInDelay.OF_ACCOUNT.left(6, FAILED, before)).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void anHourOfFailuresIsForgottenLikeTen() {
    int failures = 0;
    for (int i = 0; i < 3600; i++) {
      failures = SignInDelay.OF_ACCOUNT.oneMore(failures);
    }
    assertThat(failures).isEqualTo(9);
  }
}
