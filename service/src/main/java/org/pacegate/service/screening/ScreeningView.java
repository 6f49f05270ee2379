package org.pacegate.service.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.pacegate.domain.screening.ScreeningStatus;
import org.pacegate.domain.screening.Urgency;

/**
 * A screening as it is shown.
 *
 * @param thresholds the clinic's number of the thresholds it was made with, or null as shipped
 * @param deadlines the clinic's number of the deadlines it was made with, or null without one
 * @param maxUrgency the highest urgency, or null if nothing fired
 * @param actBy until when somebody must have acted, or null
 * @param acknowledgedBy name, or null while nobody took it over
 * @param missing link ids without an answer
 * @param flags every fired rule, most urgent first
 */
public record ScreeningView(
    long screeningId,
    long version,
    long episodeId,
    long patientId,
    String ruleSet,
    int ruleSetVersion,
    Integer thresholds,
    Integer deadlines,
    ScreeningStatus status,
    Urgency maxUrgency,
    Instant performedAt,
    String performedBy,
    LocalDate validUntil,
    Instant actBy,
    Instant acknowledgedAt,
    String acknowledgedBy,
    List<String> missing,
    List<FlagView> flags) {}
