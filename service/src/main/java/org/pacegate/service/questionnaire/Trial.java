package org.pacegate.service.questionnaire;

import java.util.List;
import java.util.Set;
import org.pacegate.domain.questionnaire.Response;
import org.pacegate.domain.questionnaire.ResponseProblem;

/**
 * What a form would do with a sample patient's answers; nothing of it is kept.
 *
 * @param enabled link ids of everything that applies
 * @param removed link ids whose answers the last change removes
 * @param kept the answers that would be kept
 * @param problems what the response lacks, and what is wrong in it
 */
public record Trial(
    Set<String> enabled, List<String> removed, Response kept, List<ResponseProblem> problems) {}
