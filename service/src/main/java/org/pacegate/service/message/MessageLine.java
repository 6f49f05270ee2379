package org.pacegate.service.message;

import java.time.Instant;
import org.pacegate.domain.message.DeliveryProblem;
import org.pacegate.domain.message.MessageState;

/**
 * How far a message is.
 *
 * @param since when it was queued, or was over
 * @param problem why the last try was in vain, or null
 */
public record MessageLine(
    String address, MessageState state, Instant since, DeliveryProblem problem) {}
