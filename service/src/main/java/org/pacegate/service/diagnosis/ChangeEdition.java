package org.pacegate.service.diagnosis;

/**
 * An edition to take back.
 *
 * @param version the row's version when it was seen
 */
public record ChangeEdition(long editionId, long version) {}
