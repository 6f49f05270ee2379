package org.pacegate.web.clinic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.omnifaces.util.Faces;
import org.pacegate.service.clinic.SignIn;
import org.pacegate.service.clinic.SignInAttempt;
import org.pacegate.service.clinic.SignedIn;
import org.pacegate.web.shared.LanguageView;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.UiLanguage;

/**
 * The page on which a person signs in, and goes on where they were (R11.45, R11.47). It keeps
 * nothing on the server: a stranger who asks for it a million times fills no memory (R11.50).
 */
@Named
@RequestScoped
public class SignInPage {

  static final String PATH = "/signin.xhtml";

  @Inject private HttpServletRequest request;
  @Inject private SecurityContext security;
  @Inject private SignIn signIn;
  @Inject private LanguageView language;
  @Inject private Refusals refusals;

  private String login;
  private String password;
  private String to;

  /** The page's address; it carries where the person wanted to go. */
  static String address(HttpServletRequest request) {
    ReturnPath wanted =
        OpenPage.of(request) == OpenPage.SIGN_IN
            ? ReturnPath.in(request)
            : ReturnPath.backTo(request);
    return wanted.carriedBy(request.getContextPath() + PATH);
  }

  public void leaveIfSignedIn() {
    if (request.getUserPrincipal() != null) {
      goOn();
    }
  }

  public void signIn() throws ServletException {
    if (login == null || password == null) {
      refusals.problem("clinic", "signIn.incomplete");
      return;
    }
    leaveOpenSession();
    SignInAttempt attempt = new SignInAttempt(login, password, request.getRemoteAddr());
    AuthenticationStatus status =
        security.authenticate(
            request,
            Faces.getResponse(),
            AuthenticationParameters.withParams().credential(attempt));
    if (status == AuthenticationStatus.SUCCESS) {
      speakToPerson();
      goOn();
    } else {
      refuse(signIn.waitOf(attempt));
    }
  }

  /**
   * Somebody else's session may still be open at this browser. The container would take it for a
   * sign-in that is done already, and the second person would work in the first one's name.
   */
  private void leaveOpenSession() throws ServletException {
    if (request.getUserPrincipal() != null) {
      request.logout();
      Faces.invalidateSession();
    }
  }

  private void refuse(Duration wait) {
    if (wait.isZero()) {
      refusals.problem("clinic", "signIn.refused");
    } else {
      refusals.problem("clinic", "signIn.refused.wait", Math.max(1, wait.toSeconds()));
    }
  }

  /** In the account's language, unless the person chose one on this page. */
  private void speakToPerson() {
    if (UiLanguage.of(request.getParameter(LanguageView.PARAMETER)).isEmpty()) {
      SignedIn person = (SignedIn) request.getAttribute(SignedIn.class.getName());
      UiLanguage.of(person.language().name()).ifPresent(language::speak);
    }
  }

  private void goOn() {
    Faces.redirect(ReturnPath.of(to).in(request.getContextPath()));
  }

  public String getLogin() {
    return login;
  }

  public void setLogin(String login) {
    this.login = login;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
