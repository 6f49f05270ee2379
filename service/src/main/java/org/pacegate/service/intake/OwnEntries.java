package org.pacegate.service.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.KeptValues;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.questionnaire.Response;
import org.pacegate.domain.questionnaire.ResponseProblem;
import org.pacegate.domain.questionnaire.ResponseProblem.Reason;
import org.pacegate.domain.questionnaire.Value;
import org.pacegate.service.questionnaire.OwnForm;

/**
 * The answers to the clinic's own forms, as they were typed (R4.156). Nothing of them reaches the
 * rules.
 */
final class OwnEntries {

  private static final String OWN = "own.";

  private final Entries entries;
  private final List<OwnForm> forms;

  OwnEntries(Entries entries, List<OwnForm> forms) {
    this.entries = entries;
    this.forms = forms;
  }

  /** Whether an entry holds an answer to one of them. */
  static boolean isAnswer(String field) {
    return field.startsWith(OWN);
  }

  /** Those that are asked of somebody with a complaint in a region. */
  List<AskedOwn> applying(Optional<BodySite> region) {
    return forms.stream()
        .filter(own -> own.audience().includes(region))
        .map(own -> new AskedOwn(own, given(own)))
        .toList();
  }

  /** What was answered and is not asked any more, by entry. */
  List<String> noLongerAsked(Optional<BodySite> region) {
    List<String> asked = applying(region).stream().flatMap(each -> each.fields().stream()).toList();
    return forms.stream()
        .flatMap(own -> own.fields().stream())
        .filter(field -> entries.text(field) != null && !asked.contains(field))
        .toList();
  }

  private Response given(OwnForm own) {
    Response given = Response.none();
    for (Item item : own.form().questions()) {
      String kept = Objects.requireNonNullElse(entries.text(own.field(item.linkId())), "");
      given = given.with(item.linkId(), KeptValues.read(item, kept).toArray(Value[]::new));
    }
    return given;
  }

  /** Notes everything that is missing, cannot be read or cannot be. */
  void check(Optional<BodySite> region) {
    applying(region).forEach(this::check);
  }

  private void check(AskedOwn asked) {
    Questionnaire form = asked.own().form();
    asked
        .problems()
        .forEach(
            problem ->
                entries.problem(
                    IntakeStep.MORE,
                    asked.own().field(problem.linkId()),
                    code(form.item(problem.linkId()).orElseThrow(), asked.given(), problem)));
  }

  private static String code(Item item, Response given, ResponseProblem problem) {
    return switch (problem.reason()) {
      case MISSING -> "missing";
      case WRONG_KIND -> wrongKind(item, given);
      case TOO_LONG -> "tooLong";
      case TOO_SMALL, TOO_LARGE, TOO_MANY, NOT_OFFERED, CONTRADICTORY -> problem.reason().name();
      case UNKNOWN_ITEM, NOT_ASKED -> Reason.WRONG_KIND.name();
    };
  }

  private static String wrongKind(Item item, Response given) {
    if (item.type() == ItemType.DATE) {
      return "noDate";
    }
    if (item.type() == ItemType.INTEGER
        && given.to(item.linkId()).stream().allMatch(Value.Amount.class::isInstance)) {
      return "noWholeNumber";
    }
    return item.type().isNumber() ? "noNumber" : Reason.NOT_OFFERED.name();
  }
}
