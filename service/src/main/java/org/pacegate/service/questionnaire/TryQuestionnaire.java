package org.pacegate.service.questionnaire;

import org.pacegate.domain.questionnaire.Response;

/**
 * A sample patient's answers, to see what a form would ask.
 *
 * @param form which form
 * @param formVersion which version
 * @param before the answers before the last change
 * @param after the answers with it
 */
public record TryQuestionnaire(String form, String formVersion, Response before, Response after) {}
