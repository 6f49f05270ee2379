package org.pacegate.web.intake;

import java.util.Arrays;
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.web.shared.AddressNumber;

/**
 * Where an intake and its step are found: {@code /intake/intake.xhtml?id=…&step=…}.
 *
 * @param id 0 when the address names none
 * @param step null for where the intake was left
 */
record IntakeAddress(long id, IntakeStep step) {

  private static final String PATH = "/intake/intake.xhtml";

  static IntakeAddress ofRequest() {
    String step = Faces.getRequestParameter("step");
    return new IntakeAddress(
        AddressNumber.id("id"),
        Arrays.stream(IntakeStep.values())
            .filter(known -> known.name().equals(step))
            .findFirst()
            .orElse(null));
  }

  String text() {
    String path = Faces.getRequestContextPath() + PATH + "?id=" + id;
    return step == null ? path : path + "&step=" + step;
  }

  void go() {
    Faces.redirect(text());
  }
}
