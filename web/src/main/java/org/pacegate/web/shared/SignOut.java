package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.omnifaces.util.Faces;

/** Ends this session, or announces that all sessions of the person end. */
@Named
@RequestScoped
public class SignOut {

  @Inject private HttpServletRequest request;
  @Inject private Event<SignedOut> signOuts;
  @Inject private Event<SignedOutEverywhere> announcements;

  public void here() throws ServletException, IOException {
    leadingTo("/");
  }

  /** Ends this session; the browser goes on at a page below the context path. */
  public void leadingTo(String path) throws ServletException, IOException {
    signOuts.fire(new SignedOut(request.getUserPrincipal().getName()));
    request.logout();
    Faces.invalidateSession();
    Faces.redirect(request.getContextPath() + path);
  }

  public void everywhere() throws ServletException, IOException {
    announcements.fire(new SignedOutEverywhere(request.getUserPrincipal().getName()));
    here();
  }
}
