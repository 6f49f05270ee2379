package org.pacegate.service.intake;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.intake.Consent;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.intake.Signature;
import org.pacegate.domain.intake.Strokes;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
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
  private final EntryBook book;
  private final Map<String, EntrySource> entries;
  private List<String> forms = List.of();

  ResponseContent(
      Intake intake, SubmitIntake command, boolean stopped, Acting acting, EntryBook book) {
    this.intake = intake;
    this.command = command;
    this.stopped = stopped;
    this.acting = acting;
    this.book = book;
    this.entries = book.sources();
  }

  /** Which versions asked, such as {@code knee-1}. */
  ResponseContent askedFrom(List<String> versions) {
    forms = List.copyOf(versions);
    return this;
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
            // The first names what judged the answers, as ever; these are what asked for them.
            .add("forms", Json.createArrayBuilder(forms))
            .add("occasion", again ? "rescreen" : "intake")
            .add("subject", subject(patient))
            .add(
                "episode",
                object().add("reference", "EpisodeOfCare/" + intake.episodeId().orElseThrow()))
            .add("authored", intake.submittedAt().orElseThrow().toString())
            .add("author", author())
            .add("door", intake.door().name())
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
      List<String> fields = fields(patient, part);
      if (fields.isEmpty() && part.step() == IntakeStep.PERSON) {
        continue;
      }
      JsonArrayBuilder items = Json.createArrayBuilder();
      fields.forEach(field -> items.add(item(patient, field)));
      parts.add(object().add("linkId", linkId(part)).add("text", text(part)).add("item", items));
    }
    return parts;
  }

  private static String linkId(AskedPart part) {
    String own = part.own().map(form -> "." + form.id()).orElse("");
    return part.step().name() + own + (part.aside() ? ".aside" : "");
  }

  private String text(AskedPart part) {
    return part.own()
        .map(form -> form.title().in(command.words().language()))
        .orElseGet(() -> command.words().part(part.step()) + (part.aside() ? " *" : ""));
  }

  /** A known patient was not asked again who they are; of the rest, what they told. */
  private List<String> fields(Patient patient, AskedPart part) {
    boolean known =
        part.step() == IntakeStep.PERSON
            && patient.person().isIdentified()
            && !entries.containsKey("person.familyName");
    return known ? part.fields().stream().filter(entries::containsKey).toList() : part.fields();
  }

  private JsonObject item(Patient patient, String field) {
    JsonObjectBuilder item =
        object().add("linkId", field).add("text", command.words().question(field));
    EntrySource entry = entries.get(field);
    if (entry != null) {
      item.add("answer", Json.createArrayBuilder().add(answer(field, entry.value())));
      item.add("provenance", provenance(entry, patient));
    }
    return item.build();
  }

  private JsonObjectBuilder answer(String field, String kept) {
    String shown = command.words().answer(field, kept);
    return shown.equals(kept)
        ? object().add("valueString", kept)
        : object().add("valueCoding", object().add("code", kept).add("display", shown));
  }

  /** Who gave the answer: whoever typed it at the desk, or the runner at a door of their own. */
  private static JsonObjectBuilder provenance(EntrySource entry, Patient patient) {
    JsonObjectBuilder who =
        entry.byId() == null
            ? object()
                .add("reference", "Patient/" + patient.id())
                .add("display", patient.person().givenName() + " " + patient.person().familyName())
            : object().add("reference", "Practitioner/" + entry.byId()).add("display", entry.by());
    who.add("recorded", entry.at().toString()).add("door", entry.door().name());
    // Said before and confirmed by whoever is named, at that time.
    return entry.before() == null ? who : who.add("confirms", entry.before().toString());
  }

  private static JsonObjectBuilder consent(Consent given) {
    return object()
        .add("version", given.textVersion())
        .add("language", given.language().name())
        .add("hash", given.textHash());
  }

  private JsonObjectBuilder signature(Signature signed) {
    EntrySource saved = book.signature().orElseThrow();
    JsonObjectBuilder signature =
        object()
            .add("kind", signed.kind().name())
            .add("relation", signed.relation().name())
            // When and where the name or the pen's last stroke was saved.
            .add("when", saved.at().toString())
            .add("door", saved.door().name());
    signed.name().ifPresent(name -> signature.add("name", name));
    signed.strokes().map(Strokes::text).ifPresent(text -> signature.add("strokes", text));
    return signature;
  }
}
