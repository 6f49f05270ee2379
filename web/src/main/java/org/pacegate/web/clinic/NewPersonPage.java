package org.pacegate.web.clinic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Set;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.clinic.Accounts;
import org.pacegate.service.clinic.OneTimePassword;
import org.pacegate.service.clinic.OpenAccount;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.UiLanguage;

/** A person begins to work at the clinic. */
@Named
@RequestScoped
public class NewPersonPage {

  @Inject private Accounts accounts;
  @Inject private LanguageView language;
  @Inject private Refusals refusals;

  private String familyName;
  private String givenName;
  private String login;
  private UiLanguage spoken;
  private Role[] roles = {};
  private OneTimePassword handedOver;

  /** The one-time password stands on the answer itself and is kept nowhere. */
  public void open() {
    try {
      Language chosen = Language.valueOf((spoken == null ? UiLanguage.EN : spoken).getTag());
      handedOver =
          accounts.open(
              new OpenAccount(
                  familyName, givenName, login, chosen, Set.copyOf(Arrays.asList(roles))));
    } catch (DomainRefusal refused) {
      refusals.show("clinic", refused);
    }
  }

  public Role[] getAllRoles() {
    return Role.values();
  }

  public OneTimePassword getHandedOver() {
    return handedOver;
  }

  public String getFamilyName() {
    return familyName;
  }

  public void setFamilyName(String familyName) {
    this.familyName = familyName;
  }

  public String getGivenName() {
    return givenName;
  }

  public void setGivenName(String givenName) {
    this.givenName = givenName;
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public UiLanguage getSpoken() {
    return spoken == null ? language.getCurrent() : spoken;
  }

  public void setSpoken(UiLanguage spoken) {
    this.spoken = spoken;
  }

  public Role[] getRoles() {
    return roles.clone();
  }

  public void setRoles(Role[] roles) {
    this.roles = roles.clone();
  }
}
