package org.pacegate.service.diagnosis;

import java.time.LocalDate;
import org.pacegate.domain.diagnosis.EditionState;

/**
 * An edition in the administrator's list.
 *
 * @param editionId null for one that is shipped
 * @param version of the row, for the next change; 0 for one that is shipped
 * @param state null for one that is shipped
 * @param validFrom its first day, or null for a draft
 * @param validTo the day before the next one begins, or null
 * @param inForce whether codes of it can be chosen today
 * @param open whether it may still be taken back
 */
public record EditionLine(
    Long editionId,
    long version,
    String system,
    String edition,
    int codes,
    EditionState state,
    LocalDate validFrom,
    LocalDate validTo,
    boolean inForce,
    boolean open) {}
