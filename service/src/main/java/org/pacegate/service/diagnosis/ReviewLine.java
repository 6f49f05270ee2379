package org.pacegate.service.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.diagnosis.ReviewKind;
import org.pacegate.domain.diagnosis.ReviewOutcome;

/**
 * A review of a diagnosis as it is shown. What has not happened is null.
 *
 * @param owner who is asked
 * @param standing whether the diagnosis it is about stands
 * @param open whether an answer is awaited
 * @param overdue whether its day has passed without one
 * @param withdrawable whether the caller may take it back
 * @param answerable whether the caller may answer it
 */
public record ReviewLine(
    long reviewId,
    long version,
    ReviewKind kind,
    String reason,
    String owner,
    LocalDate dueOn,
    Instant askedAt,
    String askedBy,
    ReviewOutcome outcome,
    String answer,
    Instant answeredAt,
    String answeredBy,
    Instant withdrawnAt,
    boolean standing,
    boolean open,
    boolean overdue,
    boolean withdrawable,
    boolean answerable) {}
