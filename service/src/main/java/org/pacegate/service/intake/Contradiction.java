package org.pacegate.service.intake;

/**
 * The desk and the runner gave different values for a field (R4.103).
 *
 * @param standing what stands, and since when
 * @param settled whether the desk has chosen since the runner answered
 */
public record Contradiction(
    String field, EntrySource desk, EntrySource runner, EntrySource standing, boolean settled) {}
