package org.pacegate.service.plan;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.pacegate.domain.plan.PlanContent;

/** A plan to be started. */
public record StartPlan(long episodeId, @NotNull PlanContent content, @NotNull UUID key) {}
