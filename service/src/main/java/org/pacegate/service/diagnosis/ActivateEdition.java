package org.pacegate.service.diagnosis;

import java.time.LocalDate;

/**
 * A first day for a draft.
 *
 * @param version the row's version when it was seen
 * @param validFrom its first day at the clinic, tomorrow at the earliest; null if none was given
 */
public record ActivateEdition(long editionId, long version, LocalDate validFrom) {}
