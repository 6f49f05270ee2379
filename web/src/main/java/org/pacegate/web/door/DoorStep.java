package org.pacegate.web.door;

import java.util.List;
import org.pacegate.domain.questionnaire.Text;

/**
 * One page of the form: one thing.
 *
 * @param name as the address has it
 * @param linkId of the question or group that it asks; null for what stands in no form
 * @param notes words to read before it
 */
public record DoorStep(String name, String linkId, List<Text> notes, List<DoorField> fields) {

  public DoorStep {
    notes = List.copyOf(notes);
    fields = List.copyOf(fields);
  }

  DoorStep(String name, String linkId, List<DoorField> fields) {
    this(name, linkId, List.of(), fields);
  }

  /** Names of the scripts that make its inputs easier, where there are scripts. */
  public List<String> scripts() {
    return fields.stream().flatMap(each -> each.kind().script().stream()).toList();
  }

  boolean asks(String field) {
    return fields.stream().anyMatch(each -> each.name().equals(field));
  }
}
