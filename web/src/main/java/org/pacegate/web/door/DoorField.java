package org.pacegate.web.door;

import java.util.List;

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

  /** Id of the input. */
  public String id() {
    return name.replace('.', '-');
  }

  /** Id of the input of one of the choices: the first has the field's own. */
  public String id(String code) {
    return code.equals(choices.get(0)) ? id() : id() + "-" + code;
  }

  /** Where the body picture shows the choices; empty for other fields. */
  public List<BodySpot> spots() {
    return kind == FieldKind.BODY ? choices.stream().flatMap(BodySpot::of).toList() : List.of();
  }
}
