package org.pacegate.service.questionnaire;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.StringType;
import org.pacegate.domain.questionnaire.Text;

/** English words with their Spanish, which FHIR keeps in the translation extension beside them. */
final class Texts {
  static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

  private Texts() {}

  /** Notes whatever stands beside the words that would change how they are read (R4.70). */
  static Text of(StringType words, String place, List<FileProblem> problems) {
    if (words != null) {
      words.getExtension().stream()
          .map(Extension::getUrl)
          .filter(url -> !TRANSLATION.equals(url))
          .forEach(url -> problems.add(new FileProblem(place, "fhir.unsupported", url)));
    }
    return of(words);
  }

  private static Text of(StringType words) {
    if (words == null || words.getValue() == null) {
      return Text.NONE;
    }
    return new Text(words.getValue(), spanish(words));
  }

  private static Optional<String> spanish(StringType words) {
    return words.getExtensionsByUrl(TRANSLATION).stream()
        .filter(translation -> isSpanish(translation.getExtensionByUrl("lang")))
        .map(translation -> translation.getExtensionByUrl("content"))
        .filter(content -> content != null && content.getValue() != null)
        .map(content -> content.getValue().primitiveValue())
        .findFirst();
  }

  private static boolean isSpanish(Extension language) {
    return language != null
        && language.getValue() != null
        && String.valueOf(language.getValue().primitiveValue()).matches("es(-.*)?");
  }
}
