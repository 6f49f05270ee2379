package org.pacegate.service.merge;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.patient.MergeField;

/**
 * Two records are one person's.
 *
 * @param patientId the record that goes on
 * @param otherPatientId the record that is merged into it
 * @param fromOther fields in which the other record's value stands
 * @param keeping courses of care of the same region and side that go on as two
 * @param closing those that end, because another one goes on for the same complaint
 * @param closingReason why; needed when there are any
 * @param seen what {@link MergeDesk#seen} said when the page was drawn
 * @param key of the form, so that a second click merges nothing twice
 */
public record MergePatients(
    long patientId,
    long otherPatientId,
    @NotNull Set<MergeField> fromOther,
    @NotNull Set<Long> keeping,
    @NotNull Set<Long> closing,
    @Size(max = 4_000) String closingReason,
    @Size(max = 4_000) String reason,
    @NotNull String seen,
    @NotNull UUID key) {

  public MergePatients {
    fromOther = Set.copyOf(fromOther);
    keeping = Set.copyOf(keeping);
    closing = Set.copyOf(closing);
  }
}
