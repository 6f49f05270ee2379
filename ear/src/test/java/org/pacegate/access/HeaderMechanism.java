package org.pacegate.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.pacegate.service.clinic.SignIn;

/**
 * Takes the login from a header: the tests are about what a person may do, not about who they are.
 */
@ApplicationScoped
public class HeaderMechanism implements HttpAuthenticationMechanism {

  @Inject private SignIn signIn;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    String login = request.getHeader("X-Login");
    return login == null
        ? context.doNothing()
        : signIn
            .current(login)
            .map(person -> context.notifyContainerAboutLogin(person.login(), person.groups()))
            .orElseGet(context::doNothing);
  }
}
