package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IntakeSubmission;
import org.pacegate.web.shared.LanguageView;

/** What keeps an intake from being submitted, in words: at the fields of a step, or by step. */
@Named
@RequestScoped
public class IntakeChecks {

  /** Unanswered questions are one problem, not thirty. */
  private static final String UNANSWERED = "unanswered";

  @Inject private IntakeSubmission submission;
  @Inject private LanguageView language;
  @Inject private ProblemWords words;

  private final Map<IntakeStep, List<ShownProblem>> byStep = new EnumMap<>(IntakeStep.class);

  /** Shows the problems of one step at their fields; returns their sentences. */
  List<String> show(long intakeId, IntakeStep step) {
    List<FieldProblem> found =
        submission.problems(intakeId).stream().filter(each -> each.step() == step).toList();
    List<ShownProblem> shown = shown(found);
    shown.forEach(each -> IntakeWords.problem(each.target(), each.sentence()));
    return shown.stream().map(ShownProblem::sentence).toList();
  }

  /** Shows why something typed cannot be kept at its field. */
  void show(FieldProblem problem) {
    IntakeWords.problem(ShownProblem.target(problem.field()), words.of(problem));
    Faces.validationFailed();
  }

  /** Lists all problems by step. */
  void list(List<FieldProblem> problems) {
    byStep.clear();
    for (IntakeStep step : IntakeStep.values()) {
      List<FieldProblem> here = problems.stream().filter(each -> each.step() == step).toList();
      if (!here.isEmpty()) {
        byStep.put(step, shown(here));
      }
    }
  }

  private List<ShownProblem> shown(List<FieldProblem> problems) {
    List<ShownProblem> shown = new ArrayList<>();
    List<FieldProblem> open = problems.stream().filter(IntakeChecks::isUnanswered).toList();
    problems.stream()
        .filter(each -> !isUnanswered(each))
        .map(each -> new ShownProblem(ShownProblem.target(each.field()), words.of(each)))
        .forEach(shown::add);
    if (!open.isEmpty()) {
      String sentence =
          IntakeWords.in(language.getLocale()).say("problem." + UNANSWERED, open.size());
      shown.add(new ShownProblem(ShownProblem.target(open.get(0).field()), sentence));
    }
    return shown;
  }

  private static boolean isUnanswered(FieldProblem problem) {
    return problem.step() == IntakeStep.SCREENING && "missing".equals(problem.problem());
  }

  public boolean isListed() {
    return !byStep.isEmpty();
  }

  /** Every problem found when submitting, by step. */
  public Map<IntakeStep, List<ShownProblem>> getByStep() {
    return byStep;
  }
}
