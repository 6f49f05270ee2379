package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.util.Faces;

/**
 * Gives the pages that refuse the status that says so. They are also shown for exceptions of the
 * services, which a server would answer with 500.
 */
@Named("refusal")
@RequestScoped
public class RefusalView {

  public void refused() {
    answer(HttpServletResponse.SC_FORBIDDEN);
  }

  public void missing() {
    answer(HttpServletResponse.SC_NOT_FOUND);
  }

  /** A partial update carries the page inside itself and is read only from a good answer. */
  private static void answer(int status) {
    if (!Faces.isAjaxRequest()) {
      Faces.setResponseStatus(status);
    }
  }
}
