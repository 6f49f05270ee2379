package org.pacegate.service.intake;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.service.questionnaire.OwnForm;

/**
 * The versions of the forms that one intake is asked from, by the step that asks them (R4.58). A
 * second screening has no other step than the screening; who somebody is, is registered without a
 * form.
 */
public final class AskedForms {

  private final Map<IntakeStep, Questionnaire> byStep;
  private final List<OwnForm> own;
  private final Map<String, Item> byLinkId = new HashMap<>();

  AskedForms(Map<IntakeStep, Questionnaire> byStep, List<OwnForm> own) {
    this.byStep = Collections.unmodifiableMap(new EnumMap<>(byStep));
    this.own = List.copyOf(own);
    byStep.values().forEach(form -> form.all().forEach(it -> byLinkId.put(it.linkId(), it)));
    own.forEach(each -> each.form().all().forEach(it -> byLinkId.put(each.field(it.linkId()), it)));
  }

  /** As a version is named, such as {@code knee-1}. */
  static String name(Questionnaire form) {
    return form.id() + "-" + form.version();
  }

  /** Every version by its name, in asking order. */
  List<String> names() {
    return Stream.concat(byStep.values().stream(), own.stream().map(OwnForm::form))
        .map(AskedForms::name)
        .toList();
  }

  /** The clinic's own, whether they apply or not. */
  public List<OwnForm> own() {
    return own;
  }

  /** The one of the clinic's own that asks for an entry. */
  Optional<OwnForm> own(String field) {
    return own.stream().filter(each -> each.fields().contains(field)).findFirst();
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

  /** What a link id asks; of the clinic's own forms, what an entry's name asks. */
  public Optional<Item> item(String linkId) {
    return Optional.ofNullable(byLinkId.get(linkId));
  }
}
