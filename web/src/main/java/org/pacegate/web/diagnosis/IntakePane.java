package org.pacegate.web.diagnosis;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.service.diagnosis.DiagnosisDesk;
import org.pacegate.service.intake.OwnAnswer;
import org.pacegate.service.intake.RecordedAnswers;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.questionnaire.OwnWords;
import org.pacegate.web.shared.Translations;

/** How the runner runs, and what was answered to the clinic's own forms, in words. */
@Named("intakePane")
@RequestScoped
public class IntakePane {

  @Inject private Translations words;
  @Inject private FormWords forms;
  @Inject private OwnWords own;

  /** One answer to a form of the clinic's own. */
  public record Line(String question, String answer) {}

  /** The answers, or null; the page's words are then of their own forms, too. */
  public RecordedAnswers recorded(DiagnosisDesk desk) {
    if (desk.recorded() != null) {
      forms.pin(desk.recorded().forms());
    }
    return desk.recorded();
  }

  /** What was answered to the clinic's own forms, by form: two may have one title. */
  public Map<Questionnaire, List<Line>> own(DiagnosisDesk desk) {
    return desk.own().stream()
        .collect(
            Collectors.groupingBy(
                OwnAnswer::form,
                LinkedHashMap::new,
                Collectors.mapping(this::line, Collectors.toList())));
  }

  private Line line(OwnAnswer answer) {
    return new Line(forms.of(answer.item().text()), own.value(answer.item(), answer.kept()));
  }

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
