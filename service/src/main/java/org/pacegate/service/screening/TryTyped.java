package org.pacegate.service.screening;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * Answers typed into the panel.
 *
 * @param thresholdId the clinic's version of the thresholds, signed or not; null as shipped
 * @param answers by link id, as answers are kept; what is not in it was not answered
 */
public record TryTyped(
    @NotNull @Size(max = 60) String ruleSet,
    int version,
    Long thresholdId,
    @NotNull @Size(max = 200) Map<String, String> answers) {}
