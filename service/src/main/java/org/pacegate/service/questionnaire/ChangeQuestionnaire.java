package org.pacegate.service.questionnaire;

/**
 * A version to put to use, or out of use.
 *
 * @param questionnaireId which one
 * @param version the row's version when it was seen
 */
public record ChangeQuestionnaire(long questionnaireId, long version) {}
