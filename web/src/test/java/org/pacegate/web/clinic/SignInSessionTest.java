package org.pacegate.web.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;
import org.pacegate.service.clinic.SignIn;
import org.pacegate.service.clinic.SignedIn;

@DisplayName("R11.44 A session")
class SignInSessionTest {

  private static final Duration IDLE = Duration.ofMinutes(10);

  private final Hand hand = new Hand();
  private final Person ana = new Person();
  private final SignInSession sessions = new SignInSession(ana, hand);
  private final Map<String, Object> attributes = new HashMap<>();
  private boolean ended;

  @BeforeEach
  void signIn() {
    sessions.begin(ana.signedIn, request(null));
  }

  @Test
  void goesOnWhileThePersonActs() {
    for (int i = 0; i < 60; i++) {
      hand.forward(Duration.ofMinutes(9));
      assertThat(sessions.personOf(request(null))).contains(ana.signedIn);
    }
  }

  @Test
  void endsAfterTheIdleTime() {
    hand.forward(IDLE.plusSeconds(1));
    assertThat(sessions.personOf(request(null))).isEmpty();
    assertThat(ended).isTrue();
  }

  @Test
  void isNotProlongedByRequestsThatNobodyMade() {
    hand.forward(Duration.ofMinutes(6));
    assertThat(sessions.personOf(request("true"))).isPresent();
    hand.forward(Duration.ofMinutes(6));
    assertThat(sessions.personOf(request("true"))).isEmpty();
  }

  @Test
  void endsAfterTwelveHoursWhateverThePersonDoes() {
    for (int i = 0; i < 80; i++) {
      hand.forward(Duration.ofMinutes(9));
      sessions.personOf(request(null));
    }
    hand.forward(Duration.ofMinutes(9));
    assertThat(sessions.personOf(request(null))).isEmpty();
  }

  @Test
  @DisplayName("R11.42 ends when the account's epoch has moved on, or the account is gone")
  void endsWithItsEpoch() {
    ana.signedIn = signedIn(8);
    assertThat(sessions.personOf(request(null))).isEmpty();
    assertThat(ended).isTrue();
  }

  @Test
  @DisplayName("R11.8 goes on in the epoch that the person's own change began")
  void goesOnAfterTheOwnChange() {
    ana.signedIn = signedIn(8);
    sessions.goOn(8, request(null));
    assertThat(sessions.personOf(request(null))).contains(ana.signedIn);
  }

  @Test
  @DisplayName("R11.51 begins with nothing that another person left in the browser's session")
  void beginsEmpty() {
    attributes.put("a diagnosis somebody typed", "words");
    sessions.begin(ana.signedIn, request(null));
    assertThat(ended).isTrue();
    assertThat(attributes).hasSize(1).doesNotContainKey("a diagnosis somebody typed");
  }

  private static SignedIn signedIn(int epoch) {
    return new SignedIn(
        "ana",
        1,
        2,
        "Clinic",
        ZoneOffset.UTC,
        false,
        3,
        "Ruiz",
        "Ana",
        epoch,
        false,
        Language.en,
        Set.of(Role.STAFF));
  }

  private HttpServletRequest request(String background) {
    return proxy(
        HttpServletRequest.class, Map.of("getSession", session()), "getParameter", background);
  }

  private HttpSession session() {
    return (HttpSession)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (self, method, arguments) ->
                switch (method.getName()) {
                  case "getAttribute" -> attributes.get(arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  case "getMaxInactiveInterval" -> (int) IDLE.toSeconds();
                  case "invalidate" -> {
                    ended = true;
                    attributes.clear();
                    yield null;
                  }
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static <T> T proxy(
      Class<T> type, Map<String, Object> answers, String nullable, Object answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                method.getName().equals(nullable) ? answer : answers.get(method.getName())));
  }

  /** The account as the service would tell. */
  private static final class Person extends SignIn {
    private SignedIn signedIn = SignInSessionTest.signedIn(7);

    @Override
    public Optional<SignedIn> current(String login) {
      return Optional.of(signedIn);
    }
  }

  /** A clock that is moved by hand. */
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

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
