package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import org.pacegate.domain.clinic.Account;
import org.pacegate.service.shared.ClinicContext;

/**
 * Asks the acting person for their password again, before something is signed in their name.
 *
 * <p>Wrong tries wait as at the sign-in, but are counted apart: a stranger who fails at the sign-in
 * cannot keep a physician from signing.
 */
@ApplicationScoped
public class PasswordCheck {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  private ClinicContext clinic;
  private Passwords passwords;
  private SignInDelays delays;
  private SignInTrail trail;

  protected PasswordCheck() {}

  @Inject
  PasswordCheck(ClinicContext clinic, Passwords passwords, SignInDelays delays, SignInTrail trail) {
    this.clinic = clinic;
    this.passwords = passwords;
    this.delays = delays;
    this.trail = trail;
  }

  /**
   * Goes on only with the acting person's password.
   *
   * @throws PasswordRefused {@code password.wrong}, or {@code password.wait} after several wrong
   *     ones
   */
  public void confirm(String typed) {
    Account account = em.find(Account.class, clinic.acting().accountId());
    Duration left = delays.beginConfirmation(account.login());
    if (!left.isZero()) {
      throw PasswordRefused.tooEarly(left);
    }
    if (typed == null || !passwords.matches(typed, account.passwordHash())) {
      trail.confirmationFailed(account.login());
      throw PasswordRefused.wrong();
    }
    delays.succeedConfirmation(account.login());
  }
}
