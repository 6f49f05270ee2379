package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeAmendment;
import org.pacegate.domain.intake.IntakeResponse;
import org.pacegate.domain.intake.IntakeState;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Sha256;
import org.pacegate.service.intake.SubmittedIntake.Amendment;
import org.pacegate.service.intake.SubmittedIntake.Kept;
import org.pacegate.service.intake.SubmittedIntake.Line;
import org.pacegate.service.shared.Row;

/** Reads what was kept of a submitted intake. */
@ApplicationScoped
class SubmittedReading {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AmendmentCheck check;
  @Inject private IntakeReading reading;

  SubmittedIntake of(Intake intake) {
    if (intake.state() != IntakeState.SUBMITTED) {
      throw new DomainRefusal("intake.notSubmitted", "intake " + intake.id());
    }
    Optional<Response> response = response(intake.id());
    Optional<Response> undamaged = response.filter(each -> !each.kept().damaged());
    List<Amendment> amendments = amendments(intake.id());
    return new SubmittedIntake(
        intake.id(),
        intake.patientId().orElseThrow(),
        intake.episodeId().orElseThrow(),
        intake.submittedAt().orElseThrow(),
        response.map(Response::kept).orElse(null),
        reading.forms(intake),
        undamaged.map(kept -> lines(intake, kept.content(), amendments)).orElse(List.of()),
        amendments);
  }

  private record Response(Kept kept, String content) {}

  /** Everything but the PDF, which no page shows. */
  private Optional<Response> response(long intakeId) {
    return Row.list(
            em.createNativeQuery(
                    "select language, kept_at, content_hash, pdf_hash, content from intake_response"
                        + " where intake_id = ?1")
                .setParameter(1, intakeId),
            row ->
                new Response(
                    new Kept(
                        row.constant(0, Language.class),
                        row.instant(1),
                        row.text(2),
                        row.text(3),
                        !Sha256.of(row.text(4)).equals(row.text(2))),
                    row.text(4)))
        .stream()
        .findFirst();
  }

  /** The response with its PDF. */
  Optional<IntakeResponse> whole(long intakeId) {
    return em
        .createQuery(
            "select r from IntakeResponse r where r.intakeId = :intake", IntakeResponse.class)
        .setParameter("intake", intakeId)
        .getResultList()
        .stream()
        .findFirst();
  }

  /** The correction that a form with this key made. */
  Optional<IntakeAmendment> amendedWith(UUID key) {
    return em
        .createQuery(
            "select a from IntakeAmendment a where a.submissionKey = :key", IntakeAmendment.class)
        .setParameter("key", key)
        .getResultList()
        .stream()
        .findFirst();
  }

  private List<Amendment> amendments(long intakeId) {
    return Row.list(
        em.createNativeQuery(
                """
                select a.field, a.old_value, a.new_value, a.reason, a.amended_at,
                       w.given_name || ' ' || w.family_name
                  from intake_amendment a
                  join practitioner w on w.clinic_id = a.clinic_id and w.id = a.amended_by
                 where a.intake_id = ?1
                 order by a.amended_at desc, a.id desc
                """)
            .setParameter(1, intakeId),
        row ->
            new Amendment(
                row.text(0), row.text(1), row.text(2), row.text(3), row.instant(4), row.text(5)));
  }

  private List<Line> lines(Intake intake, String content, List<Amendment> amendments) {
    Map<String, String> newest =
        amendments.stream()
            .collect(Collectors.toMap(Amendment::field, Amendment::is, (newer, older) -> newer));
    RuleSet rules = reading.rules(intake);
    AskedForms forms = reading.forms(intake);
    try (JsonReader json = Json.createReader(new StringReader(content))) {
      return json.readObject().getJsonArray("item").stream()
          .flatMap(part -> part.asJsonObject().getJsonArray("item").stream())
          .map(JsonValue::asJsonObject)
          .map(item -> line(rules, forms, item, newest))
          .toList();
    }
  }

  private Line line(RuleSet rules, AskedForms forms, JsonObject item, Map<String, String> newest) {
    String field = item.getString("linkId");
    String kept = item.containsKey("answer") ? answer(item) : "";
    return new Line(
        field,
        item.getString("text"),
        kept,
        newest.getOrDefault(field, kept),
        check.options(rules, forms, field),
        check.isSeveral(rules, forms, field),
        check.isDate(rules, forms, field));
  }

  private static String answer(JsonObject item) {
    JsonObject answer = item.getJsonArray("answer").getJsonObject(0);
    return answer.containsKey("valueCoding")
        ? answer.getJsonObject("valueCoding").getString("code")
        : answer.getString("valueString");
  }
}
