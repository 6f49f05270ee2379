package org.pacegate.service.clinic;

import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.plan.PlanState;

/**
 * A plan whose diagnosis was signed after its licence had lapsed, or under a policy that was. It
 * says whose signature, and not whose plan.
 *
 * @param signedOn day of the diagnosis
 */
public record RestingPlan(long planId, LocalDate signedOn, PlanState state, Instant since) {}
