package org.pacegate.web.door;

import java.util.List;

/**
 * One page of the form: one thing.
 *
 * @param name as the address has it
 * @param linkId of the question or group that it asks; null for what stands in no form
 */
public record DoorStep(String name, String linkId, List<DoorField> fields) {

  public DoorStep {
    fields = List.copyOf(fields);
  }

  /** Names of the scripts that make its inputs easier, where there are scripts. */
  public List<String> scripts() {
    return fields.stream().flatMap(each -> each.kind().script().stream()).toList();
  }

  boolean asks(String field) {
    return fields.stream().anyMatch(each -> each.name().equals(field));
  }
}
