package org.pacegate.service.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Questionnaire;

/**
 * The versions of the forms that one intake is asked from, by the step that asks them (R4.58). A
 * second screening has no other step than the screening; who somebody is, is registered without a
 * form.
 */
public final class AskedForms {

  private final Map<IntakeStep, Questionnaire> byStep;
  private final Map<String, Item> byLinkId = new HashMap<>();

  AskedForms(Map<IntakeStep, Questionnaire> byStep) {
    this.byStep = Collections.unmodifiableMap(new EnumMap<>(byStep));
    byStep.values().forEach(form -> form.all().forEach(it -> byLinkId.put(it.linkId(), it)));
  }

  /** The form of a step. */
  public Optional<Questionnaire> of(IntakeStep step) {
    return Optional.ofNullable(byStep.get(step));
  }

  /** The form with the questions that must not wait. */
  public Questionnaire screening() {
    return byStep.get(IntakeStep.SCREENING);
  }

  /** What a step may ask, in order. */
  public List<Item> questions(IntakeStep step) {
    return of(step).map(Questionnaire::questions).orElse(List.of());
  }

  /** What a link id asks. */
  public Optional<Item> item(String linkId) {
    return Optional.ofNullable(byLinkId.get(linkId));
  }
}
