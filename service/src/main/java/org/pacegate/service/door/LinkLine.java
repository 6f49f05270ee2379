package org.pacegate.service.door;

import java.time.Instant;

/**
 * The link that an intake has.
 *
 * @param openedAt when the runner opened it last, or null
 * @param opens whether it still opens
 */
public record LinkLine(
    long linkId,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Instant openedAt,
    boolean opens) {}
