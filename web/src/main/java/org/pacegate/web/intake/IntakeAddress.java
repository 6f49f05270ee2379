package org.pacegate.web.intake;

import java.util.Arrays;
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.IntakeStep;

/**
 * Where an intake and its step are found: {@code /intake/intake.xhtml?id=…&step=…}.
 *
 * @param id null when the address names none
 * @param step null for where the intake was left
 */
record IntakeAddress(Long id, IntakeStep step) {

  private static final String PATH = "/intake/intake.xhtml";

  static IntakeAddress ofRequest() {
    String id = Faces.getRequestParameter("id");
    String step = Faces.getRequestParameter("step");
    return new IntakeAddress(
        id != null && id.matches("\\d{1,18}") ? Long.valueOf(id) : null,
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
