package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.questionnaire.ShippedForms;

/** Which forms an intake is asked from (R4.58). */
@ApplicationScoped
class IntakeForms {

  private static final Map<String, IntakeStep> STEPS =
      Map.of(
          "complaint", IntakeStep.COMPLAINT,
          "running-profile", IntakeStep.RUNNING,
          "consent", IntakeStep.CONSENT);

  /** Asks the back's questions again; the other regions have one form for both occasions. */
  private static final String BACK = "low-back-pain";

  private static final String BACK_AGAIN = "follow-up-rescreen";

  @Inject private ShippedForms shipped;

  /** The newest versions are those that a draft is asked from by its rule set, from now on. */
  void pin(Intake intake) {
    intake.askFrom(newest(intake).stream().map(form -> form.id() + "-" + form.version()).toList());
  }

  private List<Questionnaire> newest(Intake intake) {
    String ruleSet = intake.rules().ruleSet();
    return intake.isRescreen()
        ? List.of(shipped.newest(ruleSet.equals(BACK) ? BACK_AGAIN : ruleSet))
        : List.of(
            shipped.newest("complaint"),
            shipped.newest(ruleSet),
            shipped.newest("running-profile"),
            shipped.newest("consent"));
  }

  /** The versions that it is pinned to. */
  AskedForms of(Intake intake) {
    List<Questionnaire> forms =
        intake.forms().isEmpty()
            ? newest(intake)
            : intake.forms().stream().map(this::pinned).toList();
    Map<IntakeStep, Questionnaire> byStep = new EnumMap<>(IntakeStep.class);
    forms.forEach(form -> byStep.put(STEPS.getOrDefault(form.id(), IntakeStep.SCREENING), form));
    return new AskedForms(byStep);
  }

  private Questionnaire pinned(String name) {
    return shipped
        .find(name)
        .orElseThrow(
            () ->
                shipped.all().isEmpty()
                    ? new DomainRefusal("questionnaire.notReady", name)
                    : new IllegalStateException("gone: " + name));
  }
}
