package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.Intakes;
import org.pacegate.web.shared.Refusals;

/** The other end of an intake: nobody needs it. */
@Named
@RequestScoped
public class IntakeDiscard {

  @Inject private IntakePage page;
  @Inject private Intakes intakes;
  @Inject private Refusals refusals;

  /** What was typed is kept first: it decides whether the intake may go. */
  public void discard() {
    page.save();
    if (Faces.getContext().getResponseComplete()) {
      return;
    }
    try {
      intakes.discard(page.getId());
      refusals.newsThere(
          "intake", "discarded", Faces.getRequestContextPath() + IntakeListPage.PATH);
    } catch (DomainRefusal refused) {
      page.refused(refused);
    }
  }
}
