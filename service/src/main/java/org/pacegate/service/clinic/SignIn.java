package org.pacegate.service.clinic;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets people in, and tells at every request whether they still are (R11.5 to R11.10).
 *
 * <p>An unknown name, a disabled account and a wrong password get the same answer after the same
 * work. No transaction is open while a password is hashed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

  @Inject private SignInDelays delays;
  @Inject private SignInRecords records;
  @Inject private Passwords passwords;
  @Inject private PasswordRenewal renewal;
  @Inject private SignInTrail trail;

  /** Whether a name and password are right, and may be tried now. */
  @PermitAll
  public Optional<SignedIn> check(SignInAttempt attempt) {
    SignInTry counted = delays.begin(attempt.login(), attempt.address());
    if (counted.mustWait()) {
      if (counted.waited() == 1) {
        trail.mustWait(counted);
      }
      return Optional.empty();
    }
    Optional<String> stored =
        attempt.isPossible() ? records.passwordHashOf(attempt.login()) : Optional.empty();
    if (!matches(attempt, stored)) {
      trail.failed(counted);
      return Optional.empty();
    }
    delays.succeed(counted);
    renewal.renewIfOutdated(attempt.login(), attempt.password(), stored.orElseThrow());
    trail.signedIn(counted);
    return records.signedIn(attempt.login());
  }

  private boolean matches(SignInAttempt attempt, Optional<String> stored) {
    if (stored.isEmpty()) {
      passwords.matchNobody(attempt.password());
      return false;
    }
    return passwords.matches(attempt.password(), stored.get());
  }

  /** How long the next try under a name from an address has to wait. */
  @PermitAll
  public Duration waitOf(SignInAttempt attempt) {
    return delays.left(attempt.login(), attempt.address());
  }

  /**
   * The account of a signed-in person as it stands now; none once it is disabled. One statement.
   *
   * @param login the caller's name as the session knows it
   */
  @PermitAll
  public Optional<SignedIn> current(String login) {
    return records.signedIn(login);
  }

  @DenyAll
  @Schedule(hour = "*", minute = "17", persistent = false, info = "forget old sign-in failures")
  public void forgetOldFailures() {
    delays.forgetOldFailures();
  }
}
