package org.pacegate.service.clinic;

import java.time.Instant;
import org.pacegate.domain.clinic.ProofType;

/**
 * A document behind a licence, as it is listed.
 *
 * @param bytes its size
 */
public record ProofLine(
    long proofId, ProofType type, long bytes, Instant addedAt, String addedBy) {}
