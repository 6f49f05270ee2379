package org.pacegate.service.screening;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/**
 * Answers tried on any version of a rule set, at any version of the clinic's thresholds. Nothing of
 * them is kept, and the audit says only that the panel was used (R1.57).
 */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN", "ADMIN"})
public class TryAnswers {

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private RuleSets shipped;
  @Inject private ClinicRules rules;
  @Inject private ThresholdReading thresholds;

  /** Everything that answers can be tried on, each shipped version before the clinic's own. */
  public List<TryVersion> versions() {
    List<ThresholdLine> lines = thresholds.newest();
    List<RuleSet> inUse = rules.all(rules.inForce());
    List<TryVersion> all = new ArrayList<>();
    for (RuleSet each : shipped.versions()) {
      all.add(new TryVersion(each.id(), each.version(), null, null, inUse.contains(each)));
      lines.stream()
          .filter(line -> line.ruleSet().equals(each.id()))
          .filter(line -> line.ruleSetVersion() == each.version())
          .map(line -> version(line, inUse))
          .forEach(all::add);
    }
    return all;
  }

  private static TryVersion version(ThresholdLine line, List<RuleSet> inUse) {
    return new TryVersion(
        line.ruleSet(),
        line.ruleSetVersion(),
        line.number(),
        line.thresholdId(),
        inUse.stream().anyMatch(each -> each.thresholds().equals(line.asThresholds())));
  }

  /**
   * The rule set that answers are tried on, for its questions; empty for one that is not shipped.
   *
   * @param thresholdId the clinic's version of the thresholds; null as shipped
   * @throws NoSuchRecord if the clinic has no such version
   * @throws DomainRefusal {@code try.unknown} for thresholds of another rule set
   */
  public Optional<RuleSet> rules(String id, int version, Long thresholdId) {
    Map<String, Integer> values =
        thresholdId == null ? Map.of() : thresholds.one(thresholdId).valuesFor(id, version);
    return shipped.find(id, version).map(rules -> rules.with(values));
  }

  /**
   * Evaluates typed answers.
   *
   * @throws UnreadableAnswers for what is no answer to its question
   * @throws DomainRefusal {@code try.unknown} for a rule set that is not shipped
   */
  public Tried evaluate(@Valid TryTyped typed) {
    RuleSet tried =
        rules(typed.ruleSet(), typed.version(), typed.thresholdId())
            .orElseThrow(() -> new DomainRefusal("try.unknown", "version " + typed.version()));
    used();
    return read(() -> List.of(AnswersFile.one("$", asFile(tried, typed), all(), clinic.today())))
        .get(0);
  }

  private static JsonObject asFile(RuleSet rules, TryTyped typed) {
    JsonObjectBuilder parameters = Json.createObjectBuilder();
    rules.parameters().all().forEach(each -> parameters.add(each.name(), each.value()));
    JsonObjectBuilder answers = Json.createObjectBuilder();
    typed.answers().forEach(answers::add);
    return Json.createObjectBuilder()
        .add("ruleSet", rules.id())
        .add("version", rules.version())
        .add("parameters", parameters)
        .add("answers", answers)
        .build();
  }

  /**
   * Evaluates a file of answers as docs/evaluating-answers.md describes it.
   *
   * @throws UnreadableAnswers with the place of what cannot be read; nothing is evaluated then
   */
  public List<Tried> evaluateFile(@NotNull @Size(max = 200_000) String json) {
    used();
    return read(
        () ->
            AnswersFile.read(new ByteArrayInputStream(json.getBytes(UTF_8)), all(), clinic.today())
                .all());
  }

  private static List<Tried> read(Supplier<List<GivenAnswers>> reading) {
    try {
      return reading.get().stream().map(Tried::of).toList();
    } catch (IllegalArgumentException malformed) {
      throw new UnreadableAnswers(malformed.getMessage());
    }
  }

  private ShippedRuleSets all() {
    return ShippedRuleSets.of(shipped.versions());
  }

  private void used() {
    audit.record(AuditAction.READ, "RuleSet", null, null, "answers tried, none kept");
  }
}
