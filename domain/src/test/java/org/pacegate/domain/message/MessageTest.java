package org.pacegate.domain.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.InvalidValue;

/** R14.1, R14.2: when a message is tried, and when it is over. */
class MessageTest {

  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  private static Message message() {
    return message("lena@example.org");
  }

  private static Message message(String address) {
    return new Message(1, address, "sealed", Attribution.of(7, NOW, ZoneOffset.UTC));
  }

  @Test
  void R14_1_it_waits_longer_after_each_try_in_vain_and_then_fails() {
    Message message = message();
    assertThat(message.nextTryAt()).contains(NOW);
    long[] minutes = {1, 5, 15, 60, 360};
    for (long wait : minutes) {
      message.tried(NOW);
      message.failed(DeliveryProblem.UNREACHABLE, NOW);
      assertThat(message.state()).isEqualTo(MessageState.QUEUED);
      assertThat(message.nextTryAt()).contains(NOW.plusSeconds(wait * 60));
    }
    message.tried(NOW);
    message.failed(DeliveryProblem.UNREACHABLE, NOW);
    assertThat(message.state()).isEqualTo(MessageState.FAILED);
    assertThat(message.problem()).contains(DeliveryProblem.UNREACHABLE);
  }

  @Test
  void R14_1_what_is_refused_fails_at_once() {
    Message message = message();
    message.failed(DeliveryProblem.REFUSED, NOW);
    assertThat(message.state()).isEqualTo(MessageState.FAILED);
  }

  @Test
  void R14_2_over_is_over_and_keeps_no_text() {
    for (Consumer<Message> end :
        List.<Consumer<Message>>of(
            message -> message.sent(NOW),
            message -> message.cancel(NOW),
            message -> message.failed(DeliveryProblem.REFUSED, NOW))) {
      Message message = message();
      end.accept(message);
      assertThat(message.sealed()).isEmpty();
      assertThat(message.nextTryAt()).isEmpty();
      assertThatThrownBy(() -> end.accept(message)).hasMessageStartingWith("message.over");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "lena", "lena@", "@example.org", "a b@example.org", "a@b.org\r\nBcc: c@d.org"})
  void R14_1_an_address_that_is_none_is_refused(String address) {
    assertThatThrownBy(() -> message(address)).isInstanceOf(InvalidValue.class);
  }
}
