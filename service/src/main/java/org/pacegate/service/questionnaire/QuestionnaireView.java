package org.pacegate.service.questionnaire;

import org.pacegate.domain.questionnaire.Questionnaire;

/**
 * One version of a questionnaire, to look at.
 *
 * @param line what the list says of it
 * @param questionnaire what it asks
 */
public record QuestionnaireView(QuestionnaireLine line, Questionnaire questionnaire) {}
