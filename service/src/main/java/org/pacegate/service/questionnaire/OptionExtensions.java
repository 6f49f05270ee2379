package org.pacegate.service.questionnaire;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;

/**
 * The extensions of an option: FHIR's own for one that stands alone, and Pacegate's {@value
 * #LASTING} for one that cannot un-happen (R4.172). Any other is a problem.
 */
final class OptionExtensions {
  static final String LASTING = "https://pacegate.org/fhir/StructureDefinition/lasting-answer";
  private static final String EXCLUSIVE =
      "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";

  private final QuestionnaireItemAnswerOptionComponent option;

  OptionExtensions(
      QuestionnaireItemAnswerOptionComponent option, String place, List<FileProblem> problems) {
    this.option = option;
    for (Extension extension : option.getExtension()) {
      if (!Set.of(EXCLUSIVE, LASTING).contains(extension.getUrl())) {
        problems.add(new FileProblem(place, "fhir.unsupported", extension.getUrl()));
      } else if (!(extension.getValue() instanceof BooleanType)) {
        problems.add(new FileProblem(place, "option.noTruth", extension.getUrl()));
      }
    }
  }

  boolean isExclusive() {
    return says(EXCLUSIVE);
  }

  boolean isLasting() {
    return says(LASTING);
  }

  private boolean says(String url) {
    return option.getExtensionsByUrl(url).stream()
        .anyMatch(
            each ->
                each.getValue() instanceof BooleanType flag
                    && Boolean.TRUE.equals(flag.getValue()));
  }
}
