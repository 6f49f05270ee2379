package org.pacegate.service.questionnaire;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Text;
import org.pacegate.domain.questionnaire.Trait;

/** Reads one item of a FHIR Questionnaire. */
final class ItemReader {
  private final QuestionnaireItemComponent fhir;
  private final String place;
  private final List<FileProblem> problems;
  private final ItemExtensions extensions;

  ItemReader(QuestionnaireItemComponent fhir, String place, List<FileProblem> problems) {
    this.fhir = fhir;
    this.place = place;
    this.problems = problems;
    this.extensions = new ItemExtensions(fhir, place, problems);
  }

  /** The item, unless something of it cannot be asked; that is noted as a problem. */
  Optional<Item> read(List<Item> within) {
    int before = problems.size();
    refuseUnsupported();
    Optional<ItemType> type = type();
    Text text = Texts.of(fhir.getTextElement(), place + ".text", problems);
    List<Option> options = options();
    EnableWhenReader conditions = new EnableWhenReader(fhir, place, problems);
    Optional<Item> read =
        type.map(
            known ->
                new Item(
                    String.valueOf(fhir.getLinkId()),
                    known,
                    text,
                    traits(),
                    options,
                    extensions.range(),
                    conditions.read(),
                    within));
    return problems.size() == before ? read : Optional.empty();
  }

  private Optional<ItemType> type() {
    if (!fhir.hasType()) {
      problems.add(new FileProblem(place + ".type", "item.typeMissing", ""));
      return Optional.empty();
    }
    ItemType type =
        switch (fhir.getType()) {
          case GROUP -> ItemType.GROUP;
          case DISPLAY -> ItemType.DISPLAY;
          case BOOLEAN -> ItemType.BOOLEAN;
          case CHOICE -> extensions.isBodyPicture() ? ItemType.BODY_PICTURE : ItemType.CHOICE;
          case OPENCHOICE -> ItemType.OPEN_CHOICE;
          case INTEGER -> ItemType.INTEGER;
          case DECIMAL -> ItemType.DECIMAL;
          case DATE -> ItemType.DATE;
          case STRING, TEXT -> ItemType.TEXT;
          default -> null;
        };
    if (type == null) {
      problems.add(
          new FileProblem(place + ".type", "item.typeUnsupported", fhir.getType().toCode()));
    }
    return Optional.ofNullable(type);
  }

  private Set<Trait> traits() {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (fhir.getRequired()) {
      traits.add(Trait.REQUIRED);
    }
    if (fhir.getRepeats()) {
      traits.add(Trait.REPEATS);
    }
    if (extensions.isHidden()) {
      traits.add(Trait.HIDDEN);
    }
    if (extensions.takesNotSure()) {
      traits.add(Trait.NOT_SURE);
    }
    return traits;
  }

  private List<Option> options() {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < fhir.getAnswerOption().size(); i++) {
      QuestionnaireItemAnswerOptionComponent option = fhir.getAnswerOption().get(i);
      String where = "%s.answerOption[%d]".formatted(place, i);
      if (option.getInitialSelected()) {
        problems.add(new FileProblem(where, "fhir.unsupported", "initialSelected"));
      }
      OptionExtensions said = new OptionExtensions(option, where, problems);
      if (option.getValue() instanceof Coding coding && coding.hasCode()) {
        coding
            .getExtension()
            .forEach(it -> problems.add(new FileProblem(where, "fhir.unsupported", it.getUrl())));
        Text words = Texts.of(coding.getDisplayElement(), where, problems);
        options.add(new Option(coding.getCode(), words, said.isExclusive(), said.isLasting()));
      } else {
        problems.add(new FileProblem(where, "item.optionWithoutCode", ""));
      }
    }
    return options;
  }

  /** An initial value would be an answer that nobody gave. */
  private void refuseUnsupported() {
    refuse(fhir.hasInitial(), "initial");
    refuse(fhir.hasAnswerValueSet(), "answerValueSet");
    refuse(fhir.hasMaxLength(), "maxLength");
    refuse(fhir.hasModifierExtension(), "modifierExtension");
    refuse(fhir.hasPrefix(), "prefix");
    refuse(fhir.getEnableWhen().stream().anyMatch(Element::hasExtension), "enableWhen.extension");
    refuse(fhir.getReadOnly() && !extensions.isHidden(), "readOnly");
  }

  private void refuse(boolean there, String element) {
    if (there) {
      problems.add(new FileProblem(place + "." + element, "fhir.unsupported", element));
    }
  }
}
