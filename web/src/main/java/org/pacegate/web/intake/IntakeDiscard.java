package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.Intakes;

/** The other end of an intake: nobody needs it. */
@Named
@RequestScoped
public class IntakeDiscard {

  @Inject private IntakePage page;
  @Inject private Intakes intakes;

  /** What was typed is kept first: it decides whether the intake may go. */
  public void discard() {
    page.save();
    if (Faces.getContext().getResponseComplete()) {
      return;
    }
    try {
      intakes.discard(page.getId());
      IntakeWords.in(Faces.getLocale()).news("discarded");
      Faces.redirect(Faces.getRequestContextPath() + IntakeListPage.PATH);
    } catch (DomainRefusal refused) {
      IntakeWords.in(Faces.getLocale()).refusal(refused);
    }
  }
}
