package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.DismissIntake;
import org.pacegate.service.intake.IntakeDismissal;
import org.pacegate.web.shared.Refusals;

/** A physician's end of an intake in which a dangerous answer was a slip (R8.53). */
@Named
@RequestScoped
public class IntakeDismiss {

  @Inject private IntakePage page;
  @Inject private IntakeDismissal dismissal;
  @Inject private Refusals refusals;
  private String reason = "";
  private String password = "";

  /** Dismisses it, or says why not. */
  public void dismiss() {
    try {
      dismissal.dismiss(new DismissIntake(page.getId(), reason == null ? "" : reason, password));
      refusals.newsThere(
          "intake", "dismissed", Faces.getRequestContextPath() + IntakeListPage.PATH);
    } catch (DomainRefusal refused) {
      page.refused(refused);
    }
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
