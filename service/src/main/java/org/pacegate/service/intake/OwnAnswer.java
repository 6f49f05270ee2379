package org.pacegate.service.intake;

import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Questionnaire;

/**
 * An answer to one of the clinic's own forms.
 *
 * @param kept as it is kept, with its last correction
 */
public record OwnAnswer(Questionnaire form, Item item, String kept) {}
