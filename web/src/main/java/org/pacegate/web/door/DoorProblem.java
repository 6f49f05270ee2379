package org.pacegate.web.door;

import org.pacegate.web.questionnaire.FieldId;

/**
 * A problem in words.
 *
 * @param step name of the page that asks the field
 */
public record DoorProblem(String field, String step, String sentence) {

  /** Id of the input. */
  public String target() {
    return FieldId.of(field);
  }
}
