package org.pacegate.domain.questionnaire;

/**
 * What is wrong with a questionnaire, and where.
 *
 * @param linkId the item, or empty for the questionnaire as a whole
 * @param kind what is wrong
 * @param detail the code, link id or number that is meant; may be empty
 */
public record Flaw(String linkId, Kind kind, String detail) {

  /** Everything that makes a questionnaire malformed. */
  public enum Kind {
    ID_MALFORMED,
    LINK_ID_MALFORMED,
    LINK_ID_TWICE,
    NO_ITEMS,
    TOO_MANY_ITEMS,
    TOO_DEEP,
    TEXT_MISSING,
    TEXT_TOO_LONG,
    TEXT_WITH_MARKUP,
    TEXT_UNREADABLE,
    TRAIT_MISPLACED,
    CHILDREN_MISPLACED,
    OPTIONS_MISSING,
    OPTIONS_MISPLACED,
    OPTION_MALFORMED,
    OPTION_TWICE,
    TOO_MANY_OPTIONS,
    LASTING_MISPLACED,
    RANGE_MISPLACED,
    RANGE_UPSIDE_DOWN,
    TOO_MANY_CONDITIONS,
    CONDITION_ON_UNKNOWN_ITEM,
    CONDITION_ON_ITSELF,
    CONDITION_ON_NO_QUESTION,
    CONDITION_OF_WRONG_KIND,
    CONDITION_ON_UNKNOWN_OPTION,
    CONDITION_CANNOT_COMPARE,
    CONDITIONS_IN_A_CIRCLE
  }
}
