package org.pacegate.service.intake;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pacegate.domain.intake.Consent;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.intake.Signature;
import org.pacegate.domain.intake.Strokes;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.service.intake.IntakeEntries.Entry;
import org.pacegate.service.shared.Acting;

/**
 * A submitted intake as JSON in the shape of FHIR's {@code QuestionnaireResponse}: every question
 * that was asked with its text as it was shown, the answer, and who recorded it when at which door.
 */
final class ResponseContent {

  private final Intake intake;
  private final SubmitIntake command;
  private final boolean stopped;
  private final Acting acting;
  private final Map<String, Entry> entries;

  ResponseContent(
      Intake intake, SubmitIntake command, boolean stopped, Acting acting, List<Entry> entries) {
    this.intake = intake;
    this.command = command;
    this.stopped = stopped;
    this.acting = acting;
    this.entries = entries.stream().collect(Collectors.toMap(Entry::field, Function.identity()));
  }

  /** The canonical text. */
  String of(Patient patient, List<AskedPart> asked, Optional<Consent> consent) {
    boolean again = asked.stream().noneMatch(part -> part.step() == IntakeStep.COMPLAINT);
    JsonObjectBuilder json =
        object()
            .add("resourceType", "QuestionnaireResponse")
            .add("status", stopped ? "stopped" : "completed")
            .add("language", command.words().language().name())
            .add("identifier", object().add("value", String.valueOf(intake.id())))
            .add("questionnaire", intake.ruleSet() + "|" + intake.ruleSetVersion())
            .add("occasion", again ? "rescreen" : "intake")
            .add("subject", subject(patient))
            .add(
                "episode",
                object().add("reference", "EpisodeOfCare/" + intake.episodeId().orElseThrow()))
            .add("authored", intake.submittedAt().orElseThrow().toString())
            .add("author", author())
            .add("door", command.door().name())
            .add("clinic", acting.clinicName())
            .add("timeZone", acting.zone().getId())
            .add("item", parts(patient, asked));
    intake.thresholds().ifPresent(version -> json.add("thresholds", String.valueOf(version)));
    consent.ifPresent(given -> json.add("consent", consent(given)));
    consent
        .flatMap(Consent::signature)
        .ifPresent(signature -> json.add("signature", signature(signature)));
    return CanonicalJson.text(json.build());
  }

  private static JsonObjectBuilder object() {
    return Json.createObjectBuilder();
  }

  private static JsonObjectBuilder subject(Patient patient) {
    Person person = patient.person();
    JsonObjectBuilder subject =
        object()
            .add("reference", "Patient/" + patient.id())
            .add("identifier", object().add("value", patient.recordNumber()))
            .add("display", person.familyName() + ", " + person.givenName());
    if (person.birthDate() != null) {
      subject.add("birthDate", person.birthDate().toString());
    }
    return subject;
  }

  private JsonObjectBuilder author() {
    return object()
        .add("reference", "Practitioner/" + acting.practitionerId())
        .add("display", acting.givenName() + " " + acting.familyName());
  }

  private JsonArrayBuilder parts(Patient patient, List<AskedPart> asked) {
    JsonArrayBuilder parts = Json.createArrayBuilder();
    for (AskedPart part : asked) {
      // A known patient was not asked again who they are.
      if (part.step() == IntakeStep.PERSON
          && part.fields().stream().noneMatch(entries::containsKey)
          && patient.person().isIdentified()) {
        continue;
      }
      JsonArrayBuilder items = Json.createArrayBuilder();
      part.fields().forEach(field -> items.add(item(field)));
      parts.add(
          object()
              .add("linkId", part.step().name() + (part.aside() ? ".aside" : ""))
              .add("text", command.words().part(part.step()) + (part.aside() ? " *" : ""))
              .add("item", items));
    }
    return parts;
  }

  private JsonObject item(String field) {
    JsonObjectBuilder item =
        object().add("linkId", field).add("text", command.words().question(field));
    Entry entry = entries.get(field);
    if (entry != null) {
      item.add("answer", Json.createArrayBuilder().add(answer(field, entry.value())));
      item.add("provenance", provenance(entry, command.door()));
    }
    return item.build();
  }

  private JsonObjectBuilder answer(String field, String kept) {
    String shown = command.words().answer(field, kept);
    return shown.equals(kept)
        ? object().add("valueString", kept)
        : object().add("valueCoding", object().add("code", kept).add("display", shown));
  }

  private static JsonObjectBuilder provenance(Entry entry, Door door) {
    return object()
        .add("reference", "Practitioner/" + entry.byId())
        .add("display", entry.by())
        .add("recorded", entry.at().toString())
        .add("door", door.name());
  }

  private static JsonObjectBuilder consent(Consent given) {
    return object()
        .add("version", given.textVersion())
        .add("language", given.language().name())
        .add("hash", given.textHash());
  }

  private JsonObjectBuilder signature(Signature signed) {
    JsonObjectBuilder signature =
        object()
            .add("kind", signed.kind().name())
            .add("relation", signed.relation().name())
            .add("when", signedAt())
            .add("door", command.door().name());
    signed.name().ifPresent(name -> signature.add("name", name));
    signed.strokes().map(Strokes::text).ifPresent(text -> signature.add("strokes", text));
    return signature;
  }

  /**
   * When the last of it was saved: the name, the pen's last stroke, or under which text they are.
   */
  private String signedAt() {
    return List.of(ConsentEntries.SIGNATURE, ConsentEntries.DRAWN, ConsentEntries.SIGNED).stream()
        .filter(entries::containsKey)
        .map(field -> entries.get(field).at())
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .toString();
  }
}
