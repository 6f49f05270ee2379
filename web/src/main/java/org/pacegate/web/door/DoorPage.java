package org.pacegate.web.door;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.KeptValues;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.door.DoorState;
import org.pacegate.service.door.DoorState.Open;
import org.pacegate.service.door.DoorState.Sent;
import org.pacegate.service.intake.EarlierAnswer;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.shared.DateParts;

/** What a page behind a runner's door shows. */
@Named
@RequestScoped
public class DoorPage {

  private static final String CHECK = "check";

  /** What the page that opens the door asks for by itself. */
  private static final Set<String> OF_THE_DOOR = Set.of("day", "month", "year", "code", "left");

  @Inject private DoorConsent consent;
  @Inject private DoorWords words;
  @Inject private KioskPage kiosk;
  @Inject private FormWords forms;

  private DoorState state;
  private DoorSteps steps;
  private DoorStep step;
  private boolean wrong;
  private boolean fromCheck;
  private int gone;
  private boolean refused;
  private boolean byCode;
  private boolean left;
  private InvalidValue impossible;
  private DoorAnswers typed;
  private Map<String, List<String>> unsaved = Map.of();

  /** Nobody is in. */
  void closed(boolean afterTry, boolean code, boolean afterLeaving) {
    refused = afterTry;
    byCode = code;
    left = afterLeaving;
  }

  /** What was typed on a page that had closed meanwhile: it is sent again with the birth date. */
  void keeps(Map<String, String[]> sent) {
    unsaved =
        sent.containsKey("at")
            ? sent.entrySet().stream()
                .filter(each -> !OF_THE_DOOR.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue())))
            : Map.of();
  }

  /** What was typed cannot be kept: the page shows it again, and why. */
  void refuses(InvalidValue problem, DoorAnswers answers) {
    impossible = problem;
    typed = answers;
  }

  /** Somebody is in, and asks for a page of the form; an empty name for where they stopped. */
  void show(DoorState current, String at, boolean withProblems, boolean back, boolean tried) {
    state = current;
    fromCheck = back;
    wrong = withProblems || (tried && at.equals(CHECK));
    if (current instanceof Open open) {
      steps = DoorSteps.of(open.intake());
      forms.pin(open.intake().forms());
      step =
          steps
              .named(at)
              .or(() -> at.equals(CHECK) ? Optional.empty() : steps.firstOpen(open.intake()))
              .orElse(null);
    }
  }

  /** How many answers the page before has made pass away, as its address says. */
  void tellOf(String passedAway) {
    gone = passedAway.matches("[1-9][0-9]{0,2}") ? Integer.parseInt(passedAway) : 0;
  }

  /** The page's source. */
  String view() {
    if (state instanceof Open) {
      return step == null ? CHECK : "question";
    }
    return state instanceof Sent ? "sent" : "elsewhere";
  }

  public boolean isRefused() {
    return refused;
  }

  public boolean isLeft() {
    return left;
  }

  /** What is sent again, by name. */
  public Map<String, List<String>> getUnsaved() {
    return unsaved;
  }

  public boolean isByCode() {
    return byCode;
  }

  public String getClinicName() {
    return state == null ? kiosk.getClinicName() : state.clinicName();
  }

  public boolean isDemonstration() {
    return state == null ? kiosk.isDemonstration() : state.demonstration();
  }

  public boolean isAtKiosk() {
    return kiosk.isHere();
  }

  /** Where the door is. */
  public String getBase() {
    return isAtKiosk() ? "/kiosk" : "/link";
  }

  /** The intake that the forms are drawn for. */
  public String getMark() {
    return DoorCookie.mark(open().intake().intakeId());
  }

  public DoorStep getStep() {
    return step;
  }

  public List<DoorStep> getSteps() {
    return steps.all();
  }

  /** Place of the page among all, from 1. */
  public int getPlace() {
    return steps.place(step) + 1;
  }

  /** Name of the page before; null on the first. */
  public String getBack() {
    return fromCheck ? CHECK : steps.before(step).map(DoorStep::name).orElse(null);
  }

  /** Name of the last page, before the check. */
  public String getLast() {
    return steps.all().get(steps.all().size() - 1).name();
  }

  public boolean isFromCheck() {
    return fromCheck;
  }

  /** The fields of the page that have a value on it. */
  public String getShown() {
    return step.fields().stream()
        .map(DoorField::name)
        .filter(field -> !value(field).isEmpty())
        .collect(Collectors.joining(","));
  }

  /** Key of the form: a double click carries the same. */
  public String getKey() {
    return UUID.randomUUID().toString();
  }

  /** What is kept of a field; empty for nothing. */
  public String value(String field) {
    return step == null ? kept(field) : consent.shown(field, kept(field), kept(DoorConsent.SIGNED));
  }

  private String kept(String field) {
    if (typed != null && step != null && step.asks(field)) {
      return typed.typed(step, field);
    }
    return open().intake().entries().getOrDefault(field, "");
  }

  /** What the runner said last time to the question of this page; null for nothing to keep. */
  public EarlierAnswer getLastTime() {
    String field = step.fields().get(0).name();
    EarlierAnswer earlier = open().intake().lastTime().get(field);
    return earlier == null || earlier.value().equals(kept(field)) ? null : earlier;
  }

  public DateParts date(String field) {
    String kept = value(field);
    return DateParts.ofKept(kept.equals(DoorSteps.UNSURE) ? null : kept);
  }

  /** Whether one of several codes is ticked. */
  public boolean isTicked(String field, String code) {
    String kept = KeptValues.codesIn(value(field));
    return switch (code) {
      case DoorSteps.NONE -> kept.equals(",");
      case KeptValues.OWN_WORDS -> KeptValues.wordsIn(value(field)).isPresent();
      default -> List.of(kept.split(",", -1)).contains(code);
    };
  }

  /** What was written beside the choices. */
  public String ownWords(String field) {
    return KeptValues.wordsIn(value(field)).orElse("");
  }

  /** What was typed; nothing where the answer is "not sure". */
  public String plain(DoorField field) {
    boolean unsure = !field.choices().isEmpty() && value(field.name()).equals(DoorSteps.UNSURE);
    return unsure ? "" : value(field.name());
  }

  /** What is wrong on this page, or on the check with all of it. */
  public List<DoorProblem> getProblems() {
    if (impossible != null) {
      return List.of(
          problem(
              new FieldProblem(
                  IntakeStep.of(impossible.field()), impossible.field(), impossible.problem())));
    }
    return wrong
        ? open().problems().stream()
            .filter(problem -> step == null || step.asks(problem.field()))
            .map(this::problem)
            .toList()
        : List.of();
  }

  private DoorProblem problem(FieldProblem problem) {
    return new DoorProblem(
        problem.field(),
        steps.all().stream()
            .filter(each -> each.asks(problem.field()))
            .map(DoorStep::name)
            .findFirst()
            .orElse(getLast()),
        words.problem(problem, value(problem.field())));
  }

  /** The sentence of what is wrong with a field; null for nothing. */
  public String wrong(String field) {
    return getProblems().stream()
        .filter(problem -> problem.field().equals(field))
        .map(DoorProblem::sentence)
        .findFirst()
        .orElse(null);
  }

  public int getGone() {
    return gone;
  }

  /** Link ids of answers that another answer made pass away (R4.59). */
  public List<String> getPassedAway() {
    return open().intake().passedAway();
  }

  /** Whether what was sent has to be looked at soon, though not today. */
  public boolean isSoon() {
    return state instanceof Sent sent && sent.urgency() == Urgency.U2_URGENT_1_2W;
  }

  /** The most urgent finding that must not wait, or null. */
  public Urgency getDanger() {
    Urgency worst =
        state instanceof Sent sent
            ? sent.urgency()
            : state instanceof Open open
                ? open.intake().soFar().maxUrgency().orElse(null)
                : kiosk.getFound();
    return worst != null && worst.isAtLeast(Urgency.U1_SAME_DAY) ? worst : null;
  }

  /** Whether the text shown is the one that was agreed to. */
  public boolean isConsentGiven() {
    return consent.getText().id().equals(kept("consent.given"));
  }

  private Open open() {
    return (Open) state;
  }
}
