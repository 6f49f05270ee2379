package org.pacegate.service.questionnaire;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.pacegate.domain.questionnaire.Flaw;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.MalformedQuestionnaire;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.questionnaire.Text;

/**
 * Reads a FHIR R4 Questionnaire (JSON) into what Pacegate asks from. Whatever it would have to
 * leave out is a problem, because a form that asks less than its file says is another form (R4.70).
 */
final class QuestionnaireReader {
  private final List<FileProblem> problems = new ArrayList<>();
  private final Places places = new Places();

  private QuestionnaireReader() {}

  static QuestionnaireReading read(QuestionnaireFile file) {
    Optional<FileProblem> unreadable = file.problem();
    return unreadable.isPresent()
        ? QuestionnaireReading.refused(List.of(unreadable.get()))
        : new QuestionnaireReader().read(file.text());
  }

  private QuestionnaireReading read(String json) {
    IParser parser = FhirContext.forR4Cached().newJsonParser();
    parser.setParserErrorHandler(new StrictErrorHandler());
    try {
      IBaseResource resource = parser.parseResource(json);
      if (resource instanceof org.hl7.fhir.r4.model.Questionnaire fhir) {
        return read(fhir);
      }
      problems.add(FileProblem.ofWhole("fhir.otherResource", resource.fhirType()));
    } catch (DataFormatException | IllegalArgumentException malformed) {
      problems.add(FileProblem.ofWhole("fhir.malformed", String.valueOf(malformed.getMessage())));
    } catch (RuntimeException | StackOverflowError beyondTheParser) {
      // HAPI wraps what its XHTML parser cannot take in any of these.
      problems.add(
          FileProblem.ofWhole("fhir.malformed", beyondTheParser.getClass().getSimpleName()));
    }
    return QuestionnaireReading.refused(problems);
  }

  private QuestionnaireReading read(org.hl7.fhir.r4.model.Questionnaire fhir) {
    if (!fhir.getModifierExtension().isEmpty() || !fhir.getExtension().isEmpty()) {
      problems.add(FileProblem.ofWhole("fhir.unsupported", "extension"));
    }
    if (fhir.hasImplicitRules() || !fhir.getContained().isEmpty()) {
      problems.add(FileProblem.ofWhole("fhir.unsupported", "implicitRules, contained"));
    }
    Text title = Texts.of(fhir.getTitleElement(), FileProblem.WHOLE + ".title", problems);
    List<Item> items = items(fhir.getItem(), FileProblem.WHOLE);
    if (!problems.isEmpty()) {
      return QuestionnaireReading.refused(problems);
    }
    try {
      Questionnaire read = new Questionnaire(id(fhir), fhir.getVersion(), title, items);
      return new QuestionnaireReading(Optional.of(read), List.of());
    } catch (MalformedQuestionnaire malformed) {
      malformed.flaws().forEach(flaw -> problems.add(located(flaw)));
      return QuestionnaireReading.refused(problems);
    }
  }

  /** The last part of the canonical address: FHIR's own name of a form across its versions. */
  private static String id(org.hl7.fhir.r4.model.Questionnaire fhir) {
    String url = fhir.hasUrl() ? fhir.getUrl() : "";
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private List<Item> items(List<QuestionnaireItemComponent> fhir, String parent) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < fhir.size(); i++) {
      QuestionnaireItemComponent each = fhir.get(i);
      String place = "%s.item[%d]".formatted(parent, i);
      places.put(each.getLinkId(), place);
      List<Item> within = items(each.getItem(), place);
      new ItemReader(each, place, problems).read(within).ifPresent(items::add);
    }
    return items;
  }

  private FileProblem located(Flaw flaw) {
    String place = flaw.linkId().isEmpty() ? FileProblem.WHOLE : places.of(flaw.linkId());
    String detail = (flaw.linkId() + " " + flaw.detail()).strip();
    return new FileProblem(place, "flaw." + flaw.kind().name(), detail);
  }
}
