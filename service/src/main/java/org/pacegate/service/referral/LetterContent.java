package org.pacegate.service.referral;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.referral.LetterText;
import org.pacegate.domain.referral.Recipient;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.referral.LetterFacts.Known;
import org.pacegate.service.referral.LetterFacts.Measured;
import org.pacegate.service.referral.LetterFacts.Reach;
import org.pacegate.service.shared.Acting;

/** Puts together what a letter says, as JSON: everything in it, in the words it is said in. */
final class LetterContent {

  private final LetterWords words;
  private final Language language;
  private final JsonObjectBuilder json = Json.createObjectBuilder();

  LetterContent(LetterWords words, Language language) {
    this.words = words;
    this.language = language;
    json.add("version", 1).add("language", language.name());
  }

  String text() {
    return json.build().toString();
  }

  private String say(String feature, String key) {
    return words.say(language, feature, key);
  }

  private static JsonObjectBuilder object() {
    return Json.createObjectBuilder();
  }

  private static JsonObjectBuilder maybe(JsonObjectBuilder to, String name, String value) {
    return value == null ? to : to.add(name, value);
  }

  private static JsonObjectBuilder reached(JsonObjectBuilder to, Reach reach) {
    maybe(to, "phone", reach.phone());
    maybe(to, "email", reach.email());
    return maybe(to, "address", reach.address());
  }

  /** Who writes: the clinic, and whoever acts, with what they may call themselves. */
  LetterContent from(Acting sender, String day, LetterFacts facts) {
    JsonObjectBuilder person =
        object().add("display", sender.givenName() + " " + sender.familyName());
    facts.rights().stream()
        .findFirst()
        .ifPresentOrElse(
            right ->
                person
                    .add("profession", say("clinic", "profession." + right.profession()))
                    .add("licence", right.number()),
            () ->
                Stream.of(Role.THERAPIST, Role.STAFF)
                    .filter(sender.roles()::contains)
                    .findFirst()
                    .ifPresent(role -> person.add("profession", say("clinic", "role." + role))));
    json.add("timeZone", sender.zone().getId())
        .add("written", day)
        .add("clinic", reached(object().add("display", sender.clinicName()), facts.clinic()))
        .add("sender", person);
    return this;
  }

  /** Whom it goes to; without an entry in the directory, what they are asked for. */
  LetterContent to(Recipient recipient, String target) {
    String kind = say("screening", "target." + target);
    json.add(
        "recipient",
        recipient == null
            ? object().add("display", kind)
            : reached(
                object().add("display", recipient.name()),
                new Reach(
                    recipient.contact().phone(),
                    recipient.contact().email(),
                    recipient.contact().address())));
    return this;
  }

  /** Whom it is about. */
  LetterContent about(PatientHeader patient, Reach reach) {
    JsonObjectBuilder subject =
        object()
            .add("recordNumber", patient.recordNumber())
            .add("sex", say("shared", "sex." + patient.sex()))
            .add("speaks", say("intake", "language." + patient.language()));
    String name =
        Stream.of(patient.familyName(), patient.givenName())
            .filter(part -> !Person.UNKNOWN.equals(part))
            .collect(Collectors.joining(", "));
    maybe(subject, "display", name.isEmpty() ? null : name);
    if (patient.birthDate() != null) {
      subject.add("birthDate", patient.birthDate().toString());
    }
    json.add("subject", reached(subject, reach));
    return this;
  }

  /** What is asked, why, and until when. */
  LetterContent why(long referralId, ReferralRequest asked, LetterText text) {
    JsonObjectBuilder referral =
        object()
            .add("identifier", String.valueOf(referralId))
            .add("urgency", asked.urgency().name())
            .add("target", say("screening", "target." + asked.target()))
            .add(
                "reason",
                asked.screeningId() == null ? asked.reason() : say("screening", asked.reason()));
    maybe(referral, "due", Optional.ofNullable(asked.dueAt()).map(Instant::toString).orElse(null));
    json.add("referral", maybe(referral, "question", text.question()));
    maybe(json, "findings", text.findings());
    maybe(json, "told", text.told());
    return this;
  }

  LetterContent danger(Optional<JsonObjectBuilder> screening) {
    screening.ifPresent(signs -> json.add("screening", signs));
    return this;
  }

  /** What the runner complains of. */
  LetterContent complaint(Injury injury) {
    JsonObjectBuilder complaint =
        object()
            .add(
                "where",
                say("shared", "region." + injury.bodySite())
                    + ", "
                    + say("shared", "at." + injury.side()))
            .add("how", say("diagnosis", "onset." + injury.onsetKind()))
            .add("words", injury.complaint());
    injury.onset().ifPresent(day -> complaint.add("since", day.toString()));
    json.add("complaint", complaint);
    return this;
  }

  /** What was measured, with its units, and what the runner has as far as it is known. */
  LetterContent known(LetterFacts facts) {
    JsonArrayBuilder measured = Json.createArrayBuilder();
    facts.measured().forEach(each -> measured.add(measured(each)));
    json.add("measured", measured);
    if (facts.diagnosis() != null) {
      json.add("diagnosis", known(facts.diagnosis()));
    }
    return this;
  }

  private JsonObjectBuilder measured(Measured each) {
    JsonObjectBuilder measured =
        object()
            .add("text", say("diagnosis", "test." + each.test()))
            .add("value", plain(each.value()))
            .add("unit", say("diagnosis", "unit." + each.test()))
            .add("measured", each.on().toString());
    return each.side() == FindingSide.NONE
        ? measured
        : measured.add("side", say("diagnosis", "side." + each.test() + each.side()));
  }

  private JsonObjectBuilder known(Known diagnosis) {
    return object()
        .add("code", diagnosis.code())
        .add("display", language == Language.es ? diagnosis.labelEs() : diagnosis.labelEn())
        .add("words", diagnosis.words())
        .add("certainty", say("patient", "verification." + diagnosis.status()))
        .add("doubted", diagnosis.doubted());
  }

  /** How the runner ran; what is not known is left out. */
  LetterContent running(Optional<RunningHabits> told) {
    JsonObjectBuilder running = object();
    told.ifPresent(
        habits -> {
          number(running, "kmPerWeek", habits.kmPerWeek());
          number(running, "sessionsPerWeek", habits.sessionsPerWeek());
          number(running, "longestRunKm", habits.longestRunKm());
          number(running, "ascent", habits.ascentMetresPerWeek());
          number(running, "descent", habits.descentMetresPerWeek());
          if (habits.surfaces() != null) {
            running.add("surfaces", words.answer(language, "running.surfaces", habits.surfaces()));
          }
          maybe(running, "shoes", habits.shoes());
          number(running, "shoeKm", habits.shoeKm());
          number(running, "crossTraining", habits.crossTrainingPerWeek());
        });
    json.add("running", running);
    return this;
  }

  private static void number(JsonObjectBuilder to, String name, Object value) {
    if (value != null) {
      to.add(name, value instanceof BigDecimal decimal ? plain(decimal) : value.toString());
    }
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
