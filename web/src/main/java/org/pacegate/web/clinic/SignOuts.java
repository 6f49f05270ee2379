package org.pacegate.web.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pacegate.service.clinic.MyAccount;
import org.pacegate.web.shared.SignedOut;
import org.pacegate.web.shared.SignedOutEverywhere;

/** Does at the account what a sign-out means there; the page's own action ends the session. */
@ApplicationScoped
public class SignOuts {

  private MyAccount account;

  protected SignOuts() {}

  @Inject
  SignOuts(MyAccount account) {
    this.account = account;
  }

  void writeDown(@Observes SignedOut announced) {
    account.signOut();
  }

  void endOthers(@Observes SignedOutEverywhere announced) {
    account.signOutEverywhere();
  }
}
