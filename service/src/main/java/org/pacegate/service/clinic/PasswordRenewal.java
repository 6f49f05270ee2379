package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.pacegate.domain.clinic.Account;

/** Hashes a right password anew when its stored hash is weaker than today's. */
@ApplicationScoped
class PasswordRenewal {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager records;

  private Passwords passwords;

  protected PasswordRenewal() {}

  @Inject
  PasswordRenewal(Passwords passwords) {
    this.passwords = passwords;
  }

  @Transactional(TxType.REQUIRES_NEW)
  void renewIfOutdated(String login, String password, String stored) {
    if (!passwords.isOutdated(stored)) {
      return;
    }
    records
        .createNativeQuery("select account_id from enter_clinic(?1)")
        .setParameter(1, login)
        .getSingleResult();
    Account account =
        records
            .createQuery("select a from Account a where a.login = :login", Account.class)
            .setParameter("login", login)
            .getSingleResult();
    if (account.passwordHash().equals(stored)) {
      account.rehash(passwords.hash(password));
    }
  }
}
