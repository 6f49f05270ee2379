package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pacegate.service.intake.IntakeInbox;
import org.pacegate.service.intake.ReceivedRow;

/** What runners sent and nobody has taken in, the most dangerous first (R4.112). */
@Named
@RequestScoped
public class InboxPage {

  @Inject private IntakeInbox inbox;
  private List<ReceivedRow> rows;

  public List<ReceivedRow> getRows() {
    if (rows == null) {
      rows = inbox.received();
    }
    return rows;
  }
}
