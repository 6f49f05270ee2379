package org.pacegate.service.plan;

import java.time.Instant;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.domain.plan.PlanState;

/**
 * A plan as it is shown.
 *
 * @param stateReason key of the web's words or a person's own; null while it never left the first
 *     state
 */
public record PlanView(
    long planId,
    long diagnosisId,
    PlanState state,
    Instant stateSince,
    String stateReason,
    String author,
    Instant createdAt,
    PlanContent content) {}
