package org.pacegate.service.intake;

import java.io.Serializable;
import java.time.Instant;
import org.pacegate.domain.intake.Door;

/**
 * A field that somebody else changed since the page showed it: nothing of it was saved.
 *
 * @param recorded what is on record, empty for nothing
 * @param typed what was typed on the page
 * @param door where what is on record was given
 * @param by name of who typed it; null for the runner
 */
public record EntryConflict(
    String field, String recorded, String typed, Door door, String by, Instant at)
    implements Serializable {}
