package org.pacegate.web.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.pacegate.service.clinic.SignIn;
import org.pacegate.service.clinic.SignedIn;

/**
 * Keeps in the HTTP session who signed in, and ends it (R11.43, R11.44).
 *
 * <p>The container ends a session after a time without requests. A page that asks by itself would
 * keep it alive for ever, so the last thing the person did is remembered here, and requests that
 * carry {@link #BACKGROUND} do not count.
 */
@ApplicationScoped
public class SignInSession {

  /** Name of the request parameter of requests that nobody made by hand. */
  public static final String BACKGROUND = "background";

  /** After a working day the password is asked again, whatever happens. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private SignIn signIn;
  private Clock clock;

  protected SignInSession() {}

  @Inject
  SignInSession(SignIn signIn, Clock clock) {
    this.signIn = signIn;
    this.clock = clock;
  }

  /**
   * Starts a session of its own, with nothing of what was there before: no id that somebody else
   * may know, and no form that somebody else filled in at this browser.
   */
  void begin(SignedIn person, HttpServletRequest request) {
    HttpSession before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    HttpSession session = request.getSession();
    Instant now = clock.instant();
    session.setAttribute(Mark.NAME, new Mark(person.login(), person.sessionEpoch(), now, now));
  }

  /** Goes on in this session after the person ended all others. */
  void goOn(int epoch, HttpServletRequest request) {
    request.changeSessionId();
    markOf(request)
        .ifPresent(mark -> request.getSession().setAttribute(Mark.NAME, mark.withEpoch(epoch)));
  }

  /** Who makes the request; ends the session when it has lasted too long. */
  Optional<SignedIn> personOf(HttpServletRequest request) {
    Optional<Mark> mark = markOf(request);
    if (mark.isEmpty()) {
      return Optional.empty();
    }
    HttpSession session = request.getSession(false);
    Instant now = clock.instant();
    Optional<SignedIn> person =
        mark.get().isOver(now, session.getMaxInactiveInterval())
            ? Optional.empty()
            : signIn.current(mark.get().login()).filter(mark.get()::isOf);
    if (person.isEmpty()) {
      session.invalidate();
    } else if (request.getParameter(BACKGROUND) == null) {
      session.setAttribute(Mark.NAME, mark.get().touched(now));
    }
    return person;
  }

  private static Optional<Mark> markOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> (Mark) session.getAttribute(Mark.NAME));
  }

  /** What the session knows: a name, never a right. */
  private record Mark(String login, int epoch, Instant since, Instant lastAction)
      implements Serializable {

    private static final String NAME = SignInSession.class.getName();

    boolean isOf(SignedIn person) {
      return person.sessionEpoch() == epoch;
    }

    boolean isOver(Instant now, int idleSeconds) {
      return now.isAfter(since.plus(LONGEST)) || now.isAfter(lastAction.plusSeconds(idleSeconds));
    }

    Mark touched(Instant now) {
      return new Mark(login, epoch, since, now);
    }

    Mark withEpoch(int current) {
      return new Mark(login, current, since, lastAction);
    }
  }
}
