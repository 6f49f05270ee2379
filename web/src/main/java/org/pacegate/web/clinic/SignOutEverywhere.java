package org.pacegate.web.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pacegate.service.clinic.MyAccount;
import org.pacegate.web.shared.SignedOutEverywhere;

/**
 * Ends the other sessions of a person who asked for it; this one ends with the page's own action.
 */
@ApplicationScoped
public class SignOutEverywhere {

  private MyAccount account;

  protected SignOutEverywhere() {}

  @Inject
  SignOutEverywhere(MyAccount account) {
    this.account = account;
  }

  void end(@Observes SignedOutEverywhere announced) {
    account.signOutEverywhere();
  }
}
