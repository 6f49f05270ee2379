package org.pacegate.service.clinic;

/**
 * An account as somebody saw it.
 *
 * @param version the version it was read at
 */
public record AccountVersion(long accountId, long version) {}
