package org.pacegate.web.shared;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * Keeps good news for the next page that this person is shown (R0.62). The flash of Faces gives it
 * to the next request of the session whatever that is, which may be a question of a page in
 * between, and then nobody reads it.
 */
public class KeptNews implements PhaseListener {

  private static final long serialVersionUID = 1L;
  private static final String NEWS = KeptNews.class.getName();

  static void keep(String sentence) {
    List<String> news = new ArrayList<>(of(Faces.getSession()));
    news.add(sentence);
    Faces.setSessionAttribute(NEWS, List.copyOf(news));
  }

  @SuppressWarnings("unchecked")
  private static List<String> of(HttpSession session) {
    List<String> kept = (List<String>) session.getAttribute(NEWS);
    return kept == null ? List.of() : kept;
  }

  @Override
  public PhaseId getPhaseId() {
    return PhaseId.RENDER_RESPONSE;
  }

  @Override
  public void beforePhase(PhaseEvent event) {
    FacesContext context = event.getFacesContext();
    HttpSession session = (HttpSession) context.getExternalContext().getSession(false);
    if (session == null || context.getPartialViewContext().isAjaxRequest()) {
      return;
    }
    for (String sentence : of(session)) {
      Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, sentence));
    }
    session.removeAttribute(NEWS);
  }
}
