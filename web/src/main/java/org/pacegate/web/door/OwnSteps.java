package org.pacegate.web.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.ItemType;
import org.pacegate.domain.questionnaire.KeptValues;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Text;
import org.pacegate.service.intake.AskedOwn;
import org.pacegate.web.questionnaire.FieldId;
import org.pacegate.web.questionnaire.OwnWords;

/**
 * The pages of one of the clinic's own forms: one question each, so that a question that depends on
 * another one comes after it without script. Headings and words to read stand above the question
 * that follows them.
 */
final class OwnSteps {
  private final AskedOwn form;
  private final List<DoorStep> pages = new ArrayList<>();
  private final List<Text> notes = new ArrayList<>();

  OwnSteps(AskedOwn form) {
    this.form = form;
    Set<String> enabled = form.enabled();
    List<Item> asked = form.asked();
    notes.add(form.own().form().title());
    for (Item item : form.own().form().all()) {
      if (asked.contains(item)) {
        add(item);
      } else if (enabled.contains(item.linkId()) && isRead(item)) {
        notes.add(item.text());
      }
    }
    addRest();
  }

  List<DoorStep> all() {
    return List.copyOf(pages);
  }

  private boolean isRead(Item item) {
    return !item.isHidden()
        && !item.type().isQuestion()
        && !item.text().english().isBlank()
        && !helps(item);
  }

  /** What helps to answer a question is the hint of its field. */
  private boolean helps(Item item) {
    return form.own().form().all().stream()
        .filter(question -> question.type().isQuestion())
        .anyMatch(
            question ->
                question.items().stream().filter(OwnWords::isHelp).limit(1).anyMatch(item::equals));
  }

  private void add(Item item) {
    String field = form.own().field(item.linkId());
    pages.add(new DoorStep(FieldId.of(field), field, notes, List.of(field(field, item))));
    notes.clear();
  }

  /** Words after the last question are read with it. */
  private void addRest() {
    if (!pages.isEmpty() && !notes.isEmpty()) {
      DoorStep last = pages.remove(pages.size() - 1);
      notes.addAll(0, last.notes());
      pages.add(new DoorStep(last.name(), last.linkId(), notes, last.fields()));
    }
  }

  private static DoorField field(String name, Item item) {
    return new DoorField(name, kind(item), choices(item), !item.isRequired());
  }

  private static FieldKind kind(Item item) {
    return switch (item.type()) {
      case BOOLEAN -> FieldKind.RADIO;
      case CHOICE -> item.repeats() ? FieldKind.TICKS : FieldKind.RADIO;
      case BODY_PICTURE -> item.repeats() ? FieldKind.PLACES : FieldKind.PLACE;
      case OPEN_CHOICE -> item.repeats() ? FieldKind.OPEN_TICKS : FieldKind.OPEN;
      case INTEGER, DECIMAL -> FieldKind.NUMBER;
      case DATE -> FieldKind.DATE;
      case TEXT -> FieldKind.AREA;
      case GROUP, DISPLAY -> throw new IllegalArgumentException("no question: " + item.linkId());
    };
  }

  private static List<String> choices(Item item) {
    List<String> codes = new ArrayList<>();
    if (item.type() == ItemType.BOOLEAN) {
      codes.addAll(List.of(KeptValues.YES, KeptValues.NO));
    }
    item.options().stream().map(Option::code).forEach(codes::add);
    if (item.type() == ItemType.OPEN_CHOICE) {
      codes.add(KeptValues.OWN_WORDS);
    }
    if (item.takesNotSure() && !codes.contains(KeptValues.UNSURE)) {
      codes.add(KeptValues.UNSURE);
    }
    return codes;
  }
}
