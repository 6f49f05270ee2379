package org.pacegate.web.diagnosis;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.shared.Translations;

/** How the runner runs, in words. */
@Named("intakePane")
@RequestScoped
public class IntakePane {

  @Inject private Translations words;
  @Inject private FormWords forms;

  /** The surfaces that were named, in words. */
  public String surfaces(String codes) {
    if (codes == null) {
      return words.say("diagnosis", "unknown");
    }
    return Arrays.stream(codes.split(",", -1))
        .map(String::strip)
        .map(code -> forms.option("running.surfaces", code).orElse(code))
        .collect(Collectors.joining(", "));
  }
}
