package org.pacegate.service.diagnosis;

import jakarta.validation.constraints.Size;

/**
 * How an edition is called.
 *
 * @param system which list, for example {@code CIE-10-ES}
 * @param edition for example {@code 2026}
 */
public record LoadEdition(@Size(max = 1_000) String system, @Size(max = 1_000) String edition) {}
