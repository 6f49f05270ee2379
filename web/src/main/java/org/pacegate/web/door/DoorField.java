package org.pacegate.web.door;

import java.util.List;
import org.pacegate.web.questionnaire.BodySpot;
import org.pacegate.web.questionnaire.FieldId;

/**
 * One input of a page.
 *
 * @param name the entry it answers, such as {@code complaint.words}
 * @param choices codes to choose from; empty for what is typed
 * @param optional whether it may be left out
 */
public record DoorField(String name, FieldKind kind, List<String> choices, boolean optional) {

  public DoorField {
    choices = List.copyOf(choices);
  }

  static DoorField asked(String name, FieldKind kind) {
    return new DoorField(name, kind, List.of(), false);
  }

  static DoorField optional(String name, FieldKind kind) {
    return new DoorField(name, kind, List.of(), true);
  }

  static DoorField choice(String name, String... codes) {
    return new DoorField(name, FieldKind.RADIO, List.of(codes), false);
  }

  /** Whether several of the choices can be ticked. */
  public boolean several() {
    return kind == FieldKind.TICKS || kind == FieldKind.OPEN_TICKS || kind == FieldKind.PLACES;
  }

  /** Whether own words can be given beside the choices. */
  public boolean open() {
    return kind == FieldKind.OPEN || kind == FieldKind.OPEN_TICKS;
  }

  /** Whether a form of the clinic's own asks it. */
  public boolean own() {
    return name.startsWith("own.");
  }

  /** Id of the input. */
  public String id() {
    return FieldId.of(name);
  }

  /** Id of the input of one of the choices: the first has the field's own. */
  public String id(String code) {
    return code.equals(choices.get(0)) ? id() : id() + "-" + (code.equals("+") ? "_else" : code);
  }

  /** Where the body picture shows the choices; empty for other fields. */
  public List<BodySpot> spots() {
    return pictured() ? choices.stream().flatMap(BodySpot::of).toList() : List.of();
  }

  /** Whether the choices can be pointed at on the body picture. */
  public boolean pictured() {
    return kind == FieldKind.BODY || kind == FieldKind.PLACE || kind == FieldKind.PLACES;
  }
}
