package org.pacegate.web.intake;

import org.pacegate.web.questionnaire.FieldId;

/**
 * A problem in words.
 *
 * @param target id of the field on its step's page
 */
public record ShownProblem(String target, String sentence) {

  /** A field's id is its name, with a dash for the dot. */
  static String target(String field) {
    return FieldId.of(field);
  }
}
