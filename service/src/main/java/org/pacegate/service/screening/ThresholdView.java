package org.pacegate.service.screening;

import java.util.Map;
import org.pacegate.domain.screening.ThresholdTrial;

/**
 * One version of a clinic's thresholds with what it does.
 *
 * @param before what holds today, by parameter
 * @param trial the rules, questions and examples that it moves
 * @param mayDiagnose whether the caller holds a licence to sign with today
 */
public record ThresholdView(
    ThresholdLine line, Map<String, Integer> before, ThresholdTrial trial, boolean mayDiagnose) {}
