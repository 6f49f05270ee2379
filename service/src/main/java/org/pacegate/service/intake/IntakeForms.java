package org.pacegate.service.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.questionnaire.OwnForms;
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
  @Inject private OwnForms owns;

  /**
   * The newest versions are those that a draft is asked from by its rule set, from now on. With the
   * clinic's own forms it stays as it began (R4.152).
   */
  void pin(Intake intake) {
    List<String> own =
        intake.forms().isEmpty() ? owns.askedNow(intake.isRescreen()) : own(intake).toList();
    intake.askFrom(
        Stream.concat(newest(intake).stream().map(AskedForms::name), own.stream()).toList());
  }

  private static Stream<String> own(Intake intake) {
    return intake.forms().stream().filter(OwnForms::isOwn);
  }

  /** Refuses an entry that none of its own forms asks for. */
  void expectAsked(Intake intake, Set<String> fields) {
    Set<String> own = fields.stream().filter(OwnEntries::isAnswer).collect(Collectors.toSet());
    if (!own.isEmpty()
        && !owns.pinned(own(intake).toList()).stream()
            .flatMap(form -> form.fields().stream())
            .collect(Collectors.toSet())
            .containsAll(own)) {
      throw new InvalidValue("entry", "unknown");
    }
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
            : intake.forms().stream()
                .filter(name -> !OwnForms.isOwn(name))
                .map(this::pinned)
                .toList();
    Map<IntakeStep, Questionnaire> byStep = new EnumMap<>(IntakeStep.class);
    forms.forEach(form -> byStep.put(STEPS.getOrDefault(form.id(), IntakeStep.SCREENING), form));
    return new AskedForms(byStep, owns.pinned(own(intake).toList()));
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
