package org.pacegate.service.intake;

import java.time.Instant;
import org.pacegate.domain.intake.Door;

/**
 * Where an answer comes from (R4.100).
 *
 * @param value what was given there; empty when it was taken back
 * @param byId who typed it at the desk; null for the runner
 * @param by their name; null for the runner
 * @param at when it was given here
 * @param before when the intake was submitted whose answer it is, if somebody said that it still
 *     holds (R4.174); else null
 */
public record EntrySource(
    String value, Door door, Long byId, String by, Instant at, Instant before) {}
