package org.pacegate.service.audit;

import java.time.Instant;
import org.pacegate.domain.audit.AuditAction;

/**
 * An audit event as an administrator reads it.
 *
 * @param by who did it, or null when nobody was signed in
 * @param login the name to sign in with, when it is about an account
 */
public record AuditLine(
    long id,
    Instant at,
    String by,
    AuditAction action,
    String entity,
    Long entityId,
    String login,
    Long patientId,
    String detail,
    boolean refused) {}
