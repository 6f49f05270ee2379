package org.pacegate.web.door;

import static org.pacegate.web.door.DoorField.asked;
import static org.pacegate.web.door.DoorField.choice;
import static org.pacegate.web.door.DoorField.optional;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.intake.Relation;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.screening.Question;
import org.pacegate.service.intake.AskedForms;
import org.pacegate.service.intake.IntakeView;

/** The pages of the form in order, as far as the answers so far ask for them (R4.120). */
final class DoorSteps {

  static final String UNSURE = "UNSURE";
  static final String NONE = "NONE";

  private static final DoorStep NAME =
      new DoorStep(
          "name",
          null,
          List.of(
              asked("person.givenName", FieldKind.TEXT),
              asked("person.familyName", FieldKind.TEXT)));
  private static final DoorStep SEX =
      new DoorStep(
          "sex", null, List.of(choice("person.sex", "FEMALE", "MALE", "OTHER", "UNKNOWN")));
  private static final DoorStep CONTACT =
      new DoorStep(
          "contact",
          null,
          List.of(
              optional("person.phone", FieldKind.PHONE),
              optional("person.email", FieldKind.EMAIL)));
  private static final DoorStep CONSENT =
      new DoorStep(
          "consent",
          null,
          List.of(
              asked("consent.given", FieldKind.CONSENT),
              new DoorField(
                  "consent.relation", FieldKind.RADIO, List.of(names(Relation.values())), true),
              asked(DoorConsent.SIGNATURE, FieldKind.TEXT),
              optional(DoorConsent.DRAWN, FieldKind.PEN)));

  private final List<DoorStep> all;

  private DoorSteps(List<DoorStep> all) {
    this.all = List.copyOf(all);
  }

  /**
   * A known runner is asked only what may have changed; who is screened again, no more than that.
   */
  static DoorSteps of(IntakeView intake) {
    List<DoorStep> steps = new ArrayList<>();
    if (intake.patientId() == null) {
      steps.addAll(List.of(NAME, SEX));
    }
    AskedForms forms = intake.forms();
    if (!intake.rescreen()) {
      steps.add(CONTACT);
    }
    forms.questions(IntakeStep.COMPLAINT).forEach(item -> steps.add(alone(item)));
    Set<String> applying =
        intake.questions().stream().map(Question::linkId).collect(Collectors.toSet());
    forms.screening().questions().stream()
        .filter(item -> applying.contains(item.linkId()))
        .forEach(item -> steps.add(question(item)));
    forms.of(IntakeStep.RUNNING).ifPresent(form -> steps.addAll(groups(form)));
    intake.more().forEach(own -> steps.addAll(new OwnSteps(own).all()));
    if (!intake.rescreen()) {
      steps.add(CONSENT);
    }
    return new DoorSteps(steps);
  }

  /** A question by itself. */
  private static DoorStep alone(Item item) {
    return new DoorStep(
        lastPart(item), item.linkId(), List.of(field(item.linkId(), item, FieldKind.AREA)));
  }

  /** A question that must not wait. */
  private static DoorStep question(Item item) {
    return new DoorStep(
        "q-" + item.linkId(),
        item.linkId(),
        List.of(field("answer." + item.linkId(), item, FieldKind.AREA)));
  }

  /** Short questions that stand together in a group, on one page. */
  private static List<DoorStep> groups(Questionnaire form) {
    return form.all().stream()
        .filter(group -> group.type() == ItemType.GROUP)
        .filter(group -> group.items().stream().anyMatch(item -> item.type().isQuestion()))
        .map(
            group ->
                new DoorStep(
                    lastPart(group),
                    group.linkId(),
                    group.items().stream()
                        .filter(item -> item.type().isQuestion())
                        .map(item -> field(item.linkId(), item, FieldKind.TEXT))
                        .toList()))
        .toList();
  }

  private static String lastPart(Item item) {
    return item.linkId().substring(item.linkId().lastIndexOf('.') + 1);
  }

  private static DoorField field(String name, Item item, FieldKind text) {
    List<String> codes = item.options().stream().map(Option::code).toList();
    boolean optional = !item.isRequired();
    return switch (item.type()) {
      case BODY_PICTURE -> new DoorField(name, FieldKind.BODY, codes, optional);
      case CHOICE ->
          new DoorField(name, item.repeats() ? FieldKind.TICKS : FieldKind.RADIO, codes, optional);
      case INTEGER, DECIMAL -> new DoorField(name, FieldKind.NUMBER, List.of(), optional);
      case DATE ->
          new DoorField(
              name, FieldKind.DATE, item.takesNotSure() ? List.of(UNSURE) : List.of(), optional);
      case TEXT -> new DoorField(name, text, List.of(), optional);
      case BOOLEAN, OPEN_CHOICE, GROUP, DISPLAY ->
          throw new IllegalArgumentException("not asked at a door: " + item.linkId());
    };
  }

  private static String[] names(Enum<?>... constants) {
    return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
  }

  List<DoorStep> all() {
    return all;
  }

  Optional<DoorStep> named(String name) {
    return all.stream().filter(step -> step.name().equals(name)).findFirst();
  }

  /** The page that asks for one of these, for a page drawn before its name was another one. */
  Optional<DoorStep> asking(Set<String> sent) {
    return all.stream()
        .filter(
            step ->
                step.fields().stream()
                    .map(DoorField::name)
                    .anyMatch(field -> sent.stream().anyMatch(it -> isOf(field, it))))
        .findFirst();
  }

  /** A date is sent in three parts. */
  private static boolean isOf(String field, String sent) {
    return sent.equals(field) || sent.equals(field + ".year");
  }

  /** The page after one; empty for the last, which the check of all answers follows. */
  Optional<DoorStep> after(DoorStep step) {
    int place = place(step);
    return place >= 0 && place + 1 < all.size()
        ? Optional.of(all.get(place + 1))
        : Optional.empty();
  }

  /** The page before one; empty for the first. */
  Optional<DoorStep> before(DoorStep step) {
    int place = place(step);
    return place > 0 ? Optional.of(all.get(place - 1)) : Optional.empty();
  }

  /** From 1. */
  int place(DoorStep step) {
    return all.stream().map(DoorStep::name).toList().indexOf(step.name());
  }

  /** Where somebody goes on who comes back: the first page with something to answer. */
  Optional<DoorStep> firstOpen(IntakeView intake) {
    return all.stream().filter(step -> isOpen(step, intake)).findFirst();
  }

  private static boolean isOpen(DoorStep step, IntakeView intake) {
    return step.fields().stream()
        .anyMatch(field -> !field.optional() && !isAnswered(field.name(), intake));
  }

  /** Who signed by hand need not type their name. */
  private static boolean isAnswered(String field, IntakeView intake) {
    return intake.entries().containsKey(field)
        || (field.equals(DoorConsent.SIGNATURE) && intake.entries().containsKey(DoorConsent.DRAWN));
  }
}
