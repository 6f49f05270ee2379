package org.pacegate.service.screening;

import java.time.Instant;
import org.pacegate.domain.screening.FlagState;

/**
 * One decision about a flag, as it is shown.
 *
 * @param state the state the flag took; {@code OPEN} when an earlier decision fell
 * @param licence number of the licence it was made under; of a reopening, of the lapsed one
 * @param reason key of the web's words, or a person's own
 */
public record FlagDecisionView(
    FlagState state, Instant decidedAt, String decidedBy, String licence, String reason) {}
