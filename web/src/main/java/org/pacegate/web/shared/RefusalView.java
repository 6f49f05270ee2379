package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.RefusedRequests;

/**
 * Gives the pages that refuse the status that says so, and has it written down who was refused what
 * (R9.11). They are also shown for exceptions of the services, which a server would answer with
 * 500.
 */
@Named("refusal")
@RequestScoped
public class RefusalView {

  @Inject private Translations words;
  @Inject private RefusedRequests refusals;

  public void refused() {
    if (isSignedIn()) {
      refusals.forbidden(AskedFor.by(Faces.getRequest()));
    }
    answer(HttpServletResponse.SC_FORBIDDEN);
  }

  /**
   * The page was closed on the server. Refused and not sent elsewhere: a redirect would look as if
   * the click had been taken, and the sentence would be lost.
   */
  public void expired() {
    answer(HttpServletResponse.SC_FORBIDDEN);
  }

  /** The record does not stand as the click expected. */
  public void declined() {
    answer(HttpServletResponse.SC_CONFLICT);
  }

  /** Why the services declined, as far as it can be said without the page it happened on. */
  public String getReason() {
    Object thrown = Faces.getRequestAttribute(RequestDispatcher.ERROR_EXCEPTION);
    String key = thrown instanceof DomainRefusal declined ? "refusal." + declined.code() : "";
    return words.say("shared", words.knows("shared", key) ? key : "refusal.declined");
  }

  public void missing() {
    if (isSignedIn()) {
      refusals.missing(AskedFor.by(Faces.getRequest()));
    }
    answer(HttpServletResponse.SC_NOT_FOUND);
  }

  /** A stranger is refused everything; that is no event of any clinic. */
  private static boolean isSignedIn() {
    return Faces.getRequest().getUserPrincipal() != null;
  }

  /** A partial update carries the page inside itself and is read only from a good answer. */
  private static void answer(int status) {
    if (!Faces.isAjaxRequest()) {
      Faces.setResponseStatus(status);
    }
  }
}
