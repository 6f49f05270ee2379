package org.pacegate.web.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.pacegate.service.clinic.SignIn;
import org.pacegate.service.clinic.SignInAttempt;
import org.pacegate.service.clinic.SignedIn;

/**
 * Decides at every request who makes it (R11.41, R11.42).
 *
 * <p>The session keeps a name and an epoch, nothing else; what the account may do is asked anew
 * each time. So a changed role, a disabled account and "sign out everywhere" act at the next
 * request, and no cookie but the session's is worth anything.
 */
@ApplicationScoped
public class FormMechanism implements HttpAuthenticationMechanism {

  private IdentityStoreHandler stores;
  private SignIn signIn;
  private SignInSession session;

  protected FormMechanism() {}

  @Inject
  FormMechanism(IdentityStoreHandler stores, SignIn signIn, SignInSession session) {
    this.stores = stores;
    this.signIn = signIn;
    this.session = session;
  }

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (context.getAuthParameters().getCredential() instanceof SignInAttempt attempt) {
      return letIn(attempt, request, context);
    }
    OpenPage page = OpenPage.of(request);
    if (page.isForAnybody()) {
      return context.doNothing();
    }
    Optional<SignedIn> person = session.personOf(request);
    if (person.isEmpty()) {
      return page.isOpenToNobody()
          ? context.doNothing()
          : sendTo(SignInPage.address(request), request, response);
    }
    if (person.get().mustChangePassword() && !page.isOpenBeforeOwnPassword()) {
      return sendTo(AccountPage.address(request), request, response);
    }
    return admit(person.get(), request, context);
  }

  private AuthenticationStatus letIn(
      SignInAttempt attempt, HttpServletRequest request, HttpMessageContext context) {
    CredentialValidationResult result = stores.validate(attempt);
    Optional<SignedIn> person =
        result.getStatus() == CredentialValidationResult.Status.VALID
            ? signIn.current(attempt.login())
            : Optional.empty();
    if (person.isEmpty()) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    session.begin(person.get(), request);
    return admit(person.get(), request, context);
  }

  private static AuthenticationStatus admit(
      SignedIn person, HttpServletRequest request, HttpMessageContext context) {
    request.setAttribute(SignedIn.class.getName(), person);
    return context.notifyContainerAboutLogin(person.login(), person.groups());
  }

  private static AuthenticationStatus sendTo(
      String address, HttpServletRequest request, HttpServletResponse response) {
    Redirect.to(address, request, response);
    return AuthenticationStatus.SEND_CONTINUE;
  }
}
