package org.pacegate.service.questionnaire;

import org.pacegate.domain.questionnaire.Response;

/**
 * A sample patient's answers, to see what a form would ask.
 *
 * @param questionnaire which form
 * @param questionnaireVersion its version
 * @param before the answers before the last change
 * @param after the answers with it
 */
public record TryQuestionnaire(
    String questionnaire, String questionnaireVersion, Response before, Response after) {}
