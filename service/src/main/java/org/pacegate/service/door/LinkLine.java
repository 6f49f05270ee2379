package org.pacegate.service.door;

import java.time.Instant;
import org.pacegate.service.message.MessageLine;

/**
 * The link that an intake has.
 *
 * @param openedAt when the runner opened it last, or null
 * @param opens whether it still opens
 * @param letter how far its letter by e-mail is; null when there is none
 */
public record LinkLine(
    long linkId,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Instant openedAt,
    boolean opens,
    MessageLine letter) {}
