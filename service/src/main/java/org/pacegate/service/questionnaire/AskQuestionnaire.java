package org.pacegate.service.questionnaire;

import jakarta.validation.constraints.NotNull;
import org.pacegate.domain.questionnaire.Audience;

/**
 * A version is asked of these people from now on.
 *
 * @param questionnaireId which one
 * @param version the row's version when it was seen
 */
public record AskQuestionnaire(long questionnaireId, long version, @NotNull Audience audience) {

  ChangeQuestionnaire seen() {
    return new ChangeQuestionnaire(questionnaireId, version);
  }
}
