package org.pacegate.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.door.ExpectIntake;
import org.pacegate.service.door.ExpectNew;
import org.pacegate.service.door.ExpectPatient;
import org.pacegate.service.door.ExpectedRunners;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;

/** Beside a link, or instead of one: the kiosks let the runner in today (R4.145). */
@Named
@RequestScoped
public class ExpectPage {

  @Inject private LinkPage link;
  @Inject private ExpectedRunners runners;
  @Inject private Refusals refusals;
  @Inject private SubmissionKey key;

  private Boolean expected;

  public void expect() {
    try {
      refusals.newsThere(
          "door",
          "expected.put",
          Faces.getRequestContextPath() + "/intake/link.xhtml?id=" + expectedIntake());
    } catch (DomainRefusal refused) {
      refusals.show("door", refused);
    }
  }

  private long expectedIntake() {
    if (link.intake() > 0) {
      runners.expect(new ExpectIntake(link.intake(), key.getValue()));
      return link.intake();
    }
    return link.patient() > 0
        ? runners.expectPatient(new ExpectPatient(link.patient(), key.getValue()))
        : runners.expectNew(
            new ExpectNew(
                link.getFamilyName(), link.getGivenName(), link.getBirthDate(), key.getValue()));
  }

  /** Whether the kiosks let this one in today already. */
  public boolean isExpected() {
    if (expected == null) {
      expected = link.intake() > 0 && runners.isExpected(link.intake());
    }
    return expected;
  }
}
