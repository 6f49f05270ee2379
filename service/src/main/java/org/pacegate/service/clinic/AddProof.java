package org.pacegate.service.clinic;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * To which licence a document belongs.
 *
 * @param key one for each form that was filled in
 */
public record AddProof(long licenceId, @NotNull UUID key) {}
