package org.pacegate.web.shared;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.util.Faces;
import org.primefaces.context.PrimeFacesContext;
import org.primefaces.csp.CspException;

/**
 * Refuses a post whose script nonce is not its page's before anything of it is done, and shows the
 * page afresh. PrimeFaces itself notices only when the answer is written, after the action.
 */
public class NonceBeforeAction implements PhaseListener {

  private static final long serialVersionUID = 1L;

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RESTORE_VIEW;
  }

  @Override
  public void afterPhase(PhaseEvent event) {
    FacesContext context = event.getFacesContext();
    if (context.getResponseComplete() || context.getViewRoot() == null || !context.isPostback()) {
      return;
    }
    try {
      PrimeFacesContext.getCspState(context).getNonce();
    } catch (CspException foreign) {
      refuse(context);
    }
  }

  /** As {@link OwnFormsOnly} does. An error page would be refused for the same nonce. */
  private static void refuse(FacesContext context) {
    ExternalContext answer = context.getExternalContext();
    if (context.getPartialViewContext().isAjaxRequest()) {
      answer.setResponseStatus(HttpServletResponse.SC_FORBIDDEN);
    } else {
      answer.setResponseStatus(HttpServletResponse.SC_SEE_OTHER);
      answer.setResponseHeader("Location", Faces.getRequestURIWithQueryString());
    }
    context.responseComplete();
  }
}
