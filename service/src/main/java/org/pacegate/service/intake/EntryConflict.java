package org.pacegate.service.intake;

import java.io.Serializable;
import java.time.Instant;

/**
 * A field that somebody else changed since the page showed it: nothing of it was saved.
 *
 * @param recorded what is on record, empty for nothing
 * @param typed what was typed on the page
 * @param by name of who typed what is on record
 */
public record EntryConflict(String field, String recorded, String typed, String by, Instant at)
    implements Serializable {}
