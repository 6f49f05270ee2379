package org.pacegate.domain.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/** A merge that was a mistake, and has been taken back (R2.18). Never changed. */
@Entity
@Table(name = "patient_merge_undo")
public class PatientMergeUndo extends ClinicRecord {

  @Column(name = "merge_id")
  private long mergeId;

  private String reason;

  @Column(name = "undone_at")
  private Instant undoneAt;

  @Column(name = "undone_by")
  private long undoneBy;

  protected PatientMergeUndo() {}

  /**
   * Takes a merge back.
   *
   * @throws DomainRefusal {@code merge.survivorMerged} if its survivor was merged in turn: the
   *     later merge is undone first
   */
  public PatientMergeUndo(
      PatientMerge merge, Patient survivor, String reason, Attribution decided) {
    if (survivor.mergedInto().isPresent()) {
      throw new DomainRefusal("merge.survivorMerged", "patient " + survivor.id());
    }
    this.mergeId = merge.id();
    this.reason = Words.required("undoReason", reason, 4_000);
    this.undoneAt = decided.at();
    this.undoneBy = decided.by();
  }

  public long mergeId() {
    return mergeId;
  }

  public String reason() {
    return reason;
  }

  public Instant undoneAt() {
    return undoneAt;
  }

  public long undoneBy() {
    return undoneBy;
  }
}
