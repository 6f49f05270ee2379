package org.pacegate.service.screening;

import java.util.List;
import org.pacegate.domain.screening.Question;

/**
 * What a clinician is asked after examining a runner.
 *
 * @param questions in asking order; every one is answered
 */
public record ExaminationForm(
    long screeningId, long episodeId, long patientId, List<Question> questions) {}
