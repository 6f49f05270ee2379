package org.pacegate.web.clinic;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.clinic.ChangePassword;
import org.pacegate.service.clinic.MyAccount;
import org.pacegate.service.clinic.SignedIn;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.UiLanguage;

/** One's own account; the only page before the first own password (R11.48). */
@Named
@RequestScoped
public class AccountPage {

  static final String PATH = "/account/password.xhtml";

  @Inject private HttpServletRequest request;
  @Inject private MyAccount account;
  @Inject private SignInSession session;
  @Inject private LanguageView language;
  @Inject private Refusals refusals;

  private String oldPassword;
  private String newPassword;
  private String repeated;
  private UiLanguage spoken;

  @PostConstruct
  void readLanguage() {
    spoken = UiLanguage.of(person().language().name()).orElse(UiLanguage.EN);
  }

  static String address(HttpServletRequest request) {
    return ReturnPath.backTo(request).carriedBy(request.getContextPath() + PATH);
  }

  private SignedIn person() {
    return (SignedIn) request.getAttribute(SignedIn.class.getName());
  }

  public boolean isForced() {
    return person().mustChangePassword();
  }

  public void changePassword() {
    if (newPassword == null || !newPassword.equals(repeated)) {
      refusals.problem("clinic", "account.repeated.different");
      return;
    }
    try {
      session.goOn(account.changePassword(new ChangePassword(oldPassword, newPassword)), request);
      refusals.newsThere(
          "clinic", "account.changed", ReturnPath.in(request).in(request.getContextPath()));
    } catch (DomainRefusal refused) {
      refusals.show("clinic", refused);
    }
  }

  public void speak() {
    account.speak(Language.valueOf(spoken.getTag()));
    language.speak(spoken);
    refusals.newsThere("clinic", "account.spoken", request.getContextPath() + PATH);
  }

  public String getTo() {
    return ReturnPath.in(request).path();
  }

  public String getOldPassword() {
    return oldPassword;
  }

  public void setOldPassword(String oldPassword) {
    this.oldPassword = oldPassword;
  }

  public String getNewPassword() {
    return newPassword;
  }

  public void setNewPassword(String newPassword) {
    this.newPassword = newPassword;
  }

  public String getRepeated() {
    return repeated;
  }

  public void setRepeated(String repeated) {
    this.repeated = repeated;
  }

  public UiLanguage getSpoken() {
    return spoken;
  }

  public void setSpoken(UiLanguage spoken) {
    this.spoken = spoken;
  }
}
