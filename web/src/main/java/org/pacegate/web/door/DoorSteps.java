package org.pacegate.web.door;

import static org.pacegate.web.door.DoorField.asked;
import static org.pacegate.web.door.DoorField.choice;
import static org.pacegate.web.door.DoorField.optional;
import static org.pacegate.web.door.DoorField.ticks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.intake.Relation;
import org.pacegate.domain.screening.Question;
import org.pacegate.service.intake.IntakeView;

/** The pages of the form in order, as far as the answers so far ask for them (R4.120). */
final class DoorSteps {

  static final String UNSURE = "UNSURE";
  static final String NONE = "NONE";

  private static final DoorStep NAME =
      new DoorStep(
          "name",
          List.of(
              asked("person.givenName", FieldKind.TEXT),
              asked("person.familyName", FieldKind.TEXT)));
  private static final DoorStep SEX =
      new DoorStep("sex", List.of(choice("person.sex", "FEMALE", "MALE", "OTHER", "UNKNOWN")));
  private static final DoorStep CONTACT =
      new DoorStep(
          "contact",
          List.of(
              optional("person.phone", FieldKind.PHONE),
              optional("person.email", FieldKind.EMAIL)));
  private static final List<DoorStep> COMPLAINT =
      List.of(
          new DoorStep("where", List.of(choice("complaint.bodySite", names(BodySite.values())))),
          new DoorStep("side", List.of(choice("complaint.side", names(Side.values())))),
          new DoorStep("words", List.of(asked("complaint.words", FieldKind.AREA))),
          new DoorStep("since", List.of(asked("complaint.onsetDate", FieldKind.DATE))),
          new DoorStep("how", List.of(choice("complaint.onsetKind", names(OnsetKind.values())))));
  private static final List<DoorStep> RUNNING =
      List.of(
          new DoorStep(
              "distance",
              List.of(
                  optional("running.kmPerWeek", FieldKind.NUMBER),
                  optional("running.sessionsPerWeek", FieldKind.NUMBER),
                  optional("running.longestRunKm", FieldKind.NUMBER))),
          new DoorStep(
              "ground",
              List.of(
                  ticks("running.surfaces", "ROAD", "TRAIL", "TRACK", "TREADMILL", "GRASS", "SAND"),
                  optional("running.ascent", FieldKind.NUMBER),
                  optional("running.descent", FieldKind.NUMBER))),
          new DoorStep(
              "shoes",
              List.of(
                  optional("running.shoes", FieldKind.TEXT),
                  optional("running.shoeKm", FieldKind.NUMBER),
                  optional("running.crossTraining", FieldKind.NUMBER))));
  private static final DoorStep CONSENT =
      new DoorStep(
          "consent",
          List.of(
              asked("consent.given", FieldKind.CONSENT),
              new DoorField(
                  "consent.relation", FieldKind.RADIO, List.of(names(Relation.values())), true),
              asked("consent.signature", FieldKind.TEXT)));

  private final List<DoorStep> all;

  private DoorSteps(List<DoorStep> all) {
    this.all = List.copyOf(all);
  }

  /** A known runner is asked only what may have changed. */
  static DoorSteps of(IntakeView intake) {
    List<DoorStep> steps = new ArrayList<>();
    if (intake.patientId() == null) {
      steps.addAll(List.of(NAME, SEX));
    }
    steps.add(CONTACT);
    steps.addAll(COMPLAINT);
    intake.questions().stream()
        .filter(question -> !question.calculated())
        .map(DoorSteps::step)
        .forEach(steps::add);
    steps.addAll(RUNNING);
    steps.add(CONSENT);
    return new DoorSteps(steps);
  }

  private static DoorStep step(Question question) {
    return new DoorStep("q-" + question.linkId(), List.of(field(question)));
  }

  private static DoorField field(Question question) {
    String name = "answer." + question.linkId();
    boolean optional = !question.required();
    return switch (question.kind()) {
      case YES_NO -> new DoorField(name, FieldKind.RADIO, List.of("YES", "NO", UNSURE), optional);
      case CHOICE ->
          new DoorField(name, FieldKind.RADIO, with(question.choices(), UNSURE), optional);
      case CHOICES ->
          new DoorField(name, FieldKind.TICKS, with(question.choices(), NONE, UNSURE), optional);
      case AMOUNT -> new DoorField(name, FieldKind.NUMBER, List.of(), optional);
      case DATE -> new DoorField(name, FieldKind.DATE, List.of(UNSURE), optional);
    };
  }

  private static List<String> with(List<String> codes, String... more) {
    return Stream.concat(codes.stream(), Arrays.stream(more)).toList();
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
        .anyMatch(field -> !field.optional() && !intake.entries().containsKey(field.name()));
  }
}
