package org.pacegate.service.screening;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;

/**
 * Values wanted for the thresholds of one version of a rule set.
 *
 * @param ruleSet its id, or {@code screening} for what holds for all screenings
 * @param values by parameter; those not named stay as shipped
 * @param key one for each form that was filled in
 */
public record DraftThresholds(
    @NotNull @Size(max = 60) String ruleSet,
    int ruleSetVersion,
    @NotNull @Size(max = 100) Map<String, Integer> values,
    @Size(max = 20_000) String reason,
    @NotNull UUID key) {}
