package org.pacegate.service.patient;

import java.time.Instant;

/**
 * One thing that was recorded.
 *
 * @param kind what it is: {@code REGISTERED}, {@code INTAKE}, {@code SCREENING}, {@code FLAG},
 *     {@code DIAGNOSIS}, {@code DIAGNOSIS_ENDED}, {@code GATE}, {@code PLAN}, {@code REFERRAL},
 *     {@code STATE}
 * @param recordId id of the record
 * @param code a state, code or rule id, to be shown in words
 * @param words somebody's own words or a reason, or null
 * @param by name of who recorded it, or null for the system
 */
public record TimelineEntry(
    Instant at, String kind, long recordId, Long episodeId, String code, String words, String by) {}
