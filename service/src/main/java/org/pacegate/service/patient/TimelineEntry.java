package org.pacegate.service.patient;

import java.time.Instant;

/**
 * One thing that was recorded.
 *
 * @param kind what it is, as the database's view {@code timeline} names it: {@code INTAKE}, {@code
 *     SCREENING}, {@code ACKNOWLEDGED}, {@code FLAG_CLEARED}, {@code GATE_SHUT}, {@code PLAN} and
 *     the others there
 * @param recordId id of the record
 * @param code a state, code or rule id, to be shown in words
 * @param words somebody's own words or a reason, or null
 * @param by name of who recorded it
 */
public record TimelineEntry(
    Instant at, String kind, long recordId, Long episodeId, String code, String words, String by) {}
