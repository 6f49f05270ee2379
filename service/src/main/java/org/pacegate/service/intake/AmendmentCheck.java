package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.KeptValues;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.screening.AnswerKind;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.shared.ClinicContext;

/** Which answers a field takes: the same as in an intake that is being typed. */
@ApplicationScoped
class AmendmentCheck {

  private static final Map<String, List<String>> CODES =
      Map.of(
          "person.sex", names(Sex.values()),
          "person.language", names(Language.values()));

  @Inject private ClinicContext clinic;
  @Inject private IntakeReading reading;

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }

  /** The codes that a field's answer is one of; empty for any text. */
  List<String> options(RuleSet rules, AskedForms forms, String field) {
    return AnswerEntries.question(rules, field)
        .map(AmendmentCheck::codes)
        .or(() -> forms.item(field).map(AmendmentCheck::codes))
        .orElseGet(() -> CODES.getOrDefault(field, List.of()));
  }

  private static List<String> codes(Item item) {
    // What takes own words is corrected in words.
    Stream<String> offered =
        switch (item.type()) {
          case BOOLEAN -> Stream.of(KeptValues.YES, KeptValues.NO);
          case CHOICE, BODY_PICTURE -> item.options().stream().map(Option::code);
          default -> Stream.empty();
        };
    List<String> codes = offered.toList();
    return codes.isEmpty() || !item.takesNotSure()
        ? codes
        : Stream.concat(codes.stream(), Stream.of(KeptValues.UNSURE)).distinct().toList();
  }

  boolean isSeveral(RuleSet rules, AskedForms forms, String field) {
    return forms.item(field).filter(Item::repeats).isPresent()
        || AnswerEntries.question(rules, field)
            .filter(each -> each.kind() == AnswerKind.CHOICES)
            .isPresent();
  }

  boolean isDate(RuleSet rules, AskedForms forms, String field) {
    return forms.own(field).isPresent()
        ? forms.item(field).filter(item -> item.type() == ItemType.DATE).isPresent()
        : isDate(rules, field);
  }

  private static boolean isDate(RuleSet rules, String field) {
    return field.endsWith("Date")
        || AnswerEntries.question(rules, field)
            .filter(each -> each.kind() == AnswerKind.DATE)
            .isPresent();
  }

  private static List<String> codes(Question question) {
    return switch (question.kind()) {
      case YES_NO -> List.of("YES", "NO", "UNSURE");
      case CHOICE -> Stream.concat(question.choices().stream(), Stream.of("UNSURE")).toList();
      case CHOICES -> question.choices();
      case AMOUNT, DATE -> List.of();
    };
  }

  /** Whether a corrected answer says a danger, U0 or U1, that the answers before it did not. */
  boolean raisesDanger(Intake intake, Map<String, String> answers, String field, String value) {
    if (!AnswerEntries.isAnswer(field)) {
      return false;
    }
    Map<String, String> corrected = new HashMap<>(answers);
    corrected.put(field, value);
    Map<String, Urgency> before = dangers(intake, answers);
    return dangers(intake, corrected).entrySet().stream()
        .anyMatch(
            now ->
                !before.containsKey(now.getKey())
                    || !before.get(now.getKey()).isAtLeast(now.getValue()));
  }

  /** How urgent the rules are that say a danger, by their id. */
  private Map<String, Urgency> dangers(Intake intake, Map<String, String> answers) {
    return reading
        .rules(intake)
        .soFar(reading.answers(intake, new Entries(answers)))
        .fired()
        .stream()
        .filter(rule -> rule.urgency().isAtLeast(Urgency.U1_SAME_DAY))
        .collect(Collectors.toMap(FiredRule::ruleId, FiredRule::urgency));
  }

  /** What keeps a value from being the answer; that there is none is no problem. */
  List<FieldProblem> problems(
      Intake intake, Map<String, String> answers, String field, String value) {
    Map<String, String> corrected = new HashMap<>(answers);
    corrected.put(field, value);
    Entries entries = new Entries(corrected);
    if (AnswerEntries.isAnswer(field)) {
      RuleSet rules = reading.rules(intake);
      new AnswerEntries(entries, rules).check(reading.answers(intake, entries));
      AnswerEntries.question(rules, field)
          .filter(asked -> !entries.hasProblem(field) && asked.kind().read(value).isEmpty())
          .ifPresent(asked -> entries.problem(IntakeStep.SCREENING, field, "noAnswer"));
    } else if (OwnEntries.isAnswer(field)) {
      reading
          .forms(intake)
          .own(field)
          .ifPresent(
              own -> new OwnEntries(entries, List.of(own)).check(reading.region(intake, entries)));
    } else if (field.startsWith("person.")) {
      new PersonEntries(entries, clinic.today()).person();
    } else if (field.startsWith("complaint.")) {
      new ComplaintEntries(entries, clinic.today()).injury(null);
    } else {
      new RunningEntries(entries).habits();
    }
    return entries.problems().stream()
        .filter(each -> each.field().equals(field) && !value.isBlank())
        .toList();
  }
}
