package org.pacegate.service.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.pacegate.domain.questionnaire.Range;

/**
 * The extensions of an item: FHIR's own for unit, range and hidden items, and two of Pacegate's:
 * {@value #NOT_SURE}, and the item control {@value #BODY_PICTURE} of {@value #CONTROLS}. Any other
 * is a problem: it could change what is asked.
 */
final class ItemExtensions {
  static final String NOT_SURE = "https://pacegate.org/fhir/StructureDefinition/not-sure";
  static final String CONTROLS = "https://pacegate.org/fhir/CodeSystem/item-control";
  static final String BODY_PICTURE = "body-picture";

  private static final String FHIR = "http://hl7.org/fhir/StructureDefinition/";
  private static final String UNIT = FHIR + "questionnaire-unit";
  private static final String MIN = FHIR + "minValue";
  private static final String MAX = FHIR + "maxValue";
  private static final String HIDDEN = FHIR + "questionnaire-hidden";
  private static final String CONTROL = FHIR + "questionnaire-itemControl";
  private static final Set<String> KNOWN = Set.of(UNIT, MIN, MAX, HIDDEN, CONTROL, NOT_SURE);

  /** Where words stand; the item's type says everything else about how it looks. */
  private static final Set<String> CONTROLS_OF_WORDS =
      Set.of("help", "text", "inline", "prompt", "page", "header", "footer");

  private final QuestionnaireItemComponent fhir;
  private final String place;
  private final List<FileProblem> problems;

  ItemExtensions(QuestionnaireItemComponent fhir, String place, List<FileProblem> problems) {
    this.fhir = fhir;
    this.place = place;
    this.problems = problems;
    for (Extension extension : fhir.getExtension()) {
      if (!KNOWN.contains(extension.getUrl())) {
        problems.add(new FileProblem(place, "fhir.unsupported", extension.getUrl()));
      }
    }
    controls().stream()
        .filter(control -> !isKnown(control))
        .forEach(
            control -> problems.add(new FileProblem(place, "item.control", control.getCode())));
  }

  private static boolean isKnown(Coding control) {
    return isBodyPicture(control)
        || CONTROLS_OF_WORDS.contains(control.getCode())
        || Set.of("radio-button", "check-box", "drop-down").contains(control.getCode());
  }

  private static boolean isBodyPicture(Coding control) {
    return CONTROLS.equals(control.getSystem()) && BODY_PICTURE.equals(control.getCode());
  }

  private List<Coding> controls() {
    return fhir.getExtensionsByUrl(CONTROL).stream()
        .map(Extension::getValue)
        .filter(CodeableConcept.class::isInstance)
        .flatMap(value -> ((CodeableConcept) value).getCoding().stream())
        .toList();
  }

  boolean isBodyPicture() {
    return controls().stream().anyMatch(ItemExtensions::isBodyPicture);
  }

  boolean isHidden() {
    return says(HIDDEN);
  }

  boolean takesNotSure() {
    return says(NOT_SURE);
  }

  Range range() {
    return new Range(unit(), number(MIN), number(MAX));
  }

  private Optional<String> unit() {
    return Optional.ofNullable(fhir.getExtensionByUrl(UNIT))
        .map(Extension::getValue)
        .filter(Coding.class::isInstance)
        .map(value -> ((Coding) value).getCode());
  }

  private Optional<BigDecimal> number(String url) {
    Extension extension = fhir.getExtensionByUrl(url);
    if (extension == null) {
      return Optional.empty();
    }
    if (extension.getValue() instanceof IntegerType whole && whole.getValue() != null) {
      return Optional.of(BigDecimal.valueOf(whole.getValue()));
    }
    if (extension.getValue() instanceof DecimalType decimal && decimal.getValue() != null) {
      return Optional.of(decimal.getValue());
    }
    problems.add(new FileProblem(place, "item.rangeNoNumber", url));
    return Optional.empty();
  }

  private boolean says(String url) {
    Extension extension = fhir.getExtensionByUrl(url);
    return extension != null
        && extension.getValue() instanceof BooleanType flag
        && Boolean.TRUE.equals(flag.getValue());
  }
}
