package org.pacegate.service.clinic;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Account;
import org.pacegate.domain.clinic.PasswordRules;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.Acting;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;

/** What everybody may do with their own account, even before the first own password. */
@Stateless
@InClinic
public class MyAccount {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private Passwords passwords;
  @Inject private PasswordCheck check;
  @Inject private AuditTrail audit;

  /**
   * Replaces the caller's password and ends their other sessions (R11.6 to R11.8).
   *
   * @return the epoch that the caller's own session goes on with
   * @throws PasswordRefused if the old password is not right
   * @throws InvalidValue for {@code newPassword}: {@code tooShort}, {@code tooLong}, {@code name},
   *     {@code common} or {@code same}
   */
  @PermitAll
  public int changePassword(ChangePassword change) {
    Account account = own();
    check.confirm(change.oldPassword());
    rulesFor(account).admit(change.newPassword());
    if (passwords.matches(change.newPassword(), account.passwordHash())) {
      throw new InvalidValue("newPassword", "same");
    }
    account.choosePassword(passwords.hash(change.newPassword()));
    audit.record(AuditAction.CHANGE, "Account", account.id(), null, "own password");
    return account.sessionEpoch();
  }

  private PasswordRules rulesFor(Account account) {
    Acting me = clinic.acting();
    return new PasswordRules(
        Set.of(
            account.login(),
            me.clinicName(),
            me.givenName() + me.familyName(),
            me.familyName() + me.givenName()));
  }

  /**
   * Ends all sessions of the caller.
   *
   * @return the epoch that the caller's own session would have to go on with
   */
  @PermitAll
  public int signOutEverywhere() {
    Account account = own();
    account.signOutEverywhere();
    audit.record(AuditAction.SIGN_OUT, "Account", account.id(), null, "everywhere");
    return account.sessionEpoch();
  }

  /** Writes down that the caller signs out here; the session is the web's to end. */
  @PermitAll
  public void signOut() {
    audit.record(AuditAction.SIGN_OUT, "Account", clinic.acting().accountId(), null, null);
  }

  @PermitAll
  public void speak(Language language) {
    own().speak(language);
  }

  private Account own() {
    return em.find(Account.class, clinic.acting().accountId());
  }
}
