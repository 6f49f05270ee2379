package org.pacegate.service.questionnaire;

import java.util.Optional;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.domain.questionnaire.Questionnaire;

/**
 * One version of a questionnaire, to look at.
 *
 * @param line what the list says of it
 * @param questionnaire what it asks
 * @param audience of whom it is asked; of a draft, of whom the version in use is; empty while
 *     nobody said
 */
public record QuestionnaireView(
    QuestionnaireLine line, Questionnaire questionnaire, Optional<Audience> audience) {}
