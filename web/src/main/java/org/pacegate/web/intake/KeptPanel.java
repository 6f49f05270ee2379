package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.IntakeResponses;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SubmittedIntake;

/** What was kept of a submitted intake, with its corrections (R4.94). */
@Named
@RequestScoped
public class KeptPanel {

  @Inject private IntakePage page;
  @Inject private IntakeResponses responses;
  @Inject private Intakes intakes;

  private SubmittedIntake submitted;

  public SubmittedIntake getSubmitted() {
    if (submitted == null) {
      submitted = responses.open(page.getId());
    }
    return submitted;
  }

  /** Whether an answer to a red-flag question was corrected, which the screening did not see. */
  public boolean isScreeningAmended() {
    return getSubmitted().amendments().stream()
        .anyMatch(each -> each.field().startsWith("answer."));
  }

  public void screenAgain() {
    try {
      new IntakeAddress(intakes.rescreen(getSubmitted().episodeId()), null).go();
    } catch (DomainRefusal refused) {
      page.refused(refused);
    }
  }
}
