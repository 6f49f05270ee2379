package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.IntakeSubmission;
import org.pacegate.service.intake.Submission;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.web.shared.SubmissionKey;

/** The last step: submits an intake, or stops it at once in an emergency (R4.10, R4.12). */
@Named
@RequestScoped
public class IntakeEnd {

  @Inject private IntakePage page;
  @Inject private IntakeSubmission submission;
  @Inject private IntakeChecks checks;
  @Inject private DeskSubmission desk;
  @Inject private SubmissionKey key;

  public void submit() {
    finish(false);
  }

  /** An answer says U0 or U1: what was not asked is not asked any more. */
  public void emergency() {
    finish(true);
  }

  /** A finished intake gives its result again. */
  public void showResult() {
    send(false);
  }

  private void finish(boolean emergency) {
    page.save();
    boolean said = !Faces.getContext().getResponseComplete();
    // Two values for one field do not hold up an emergency: what is on record counts.
    if (said && (emergency || !Faces.isValidationFailed())) {
      send(emergency);
    }
  }

  private void send(boolean emergency) {
    try {
      Submission result = submission.submit(desk.of(page.getId(), key.getValue(), emergency));
      if (result instanceof Submitted done) {
        Faces.redirect(
            Faces.getRequestContextPath() + "/screening/screening.xhtml?id=" + done.screeningId());
      } else if (result instanceof Incomplete incomplete) {
        checks.list(incomplete.problems());
      }
    } catch (DomainRefusal refused) {
      page.refused(refused);
    }
  }
}
