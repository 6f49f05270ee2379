package org.pacegate.service.screening;

import java.util.List;
import java.util.Map;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Urgency;

/**
 * A rule that fired, as it is shown.
 *
 * @param target code of who is asked
 * @param effects codes of what it forbids or recommends
 * @param inputs the answers it used, by link id; {@code UNANSWERED} for what was counted as yes
 *     unasked
 * @param decisions everything that was decided about it, the first decision first
 */
public record FlagView(
    String ruleId,
    Urgency urgency,
    String target,
    List<String> effects,
    String source,
    Map<String, String> inputs,
    FlagState state,
    List<FlagDecisionView> decisions) {}
