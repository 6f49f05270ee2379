package org.pacegate.domain.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;

/** How somebody could be reached until something else was told (R2.62). Never changed. */
@Entity
@Table(name = "patient_previous_contact")
public class PreviousContact extends ClinicRecord {

  @Column(name = "patient_id")
  private long patientId;

  private String phone;
  private String email;

  @Column(name = "intake_id")
  private Long intakeId;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private long endedBy;

  protected PreviousContact() {}

  PreviousContact(long patientId, Person before, Optional<Long> toldIn, Attribution ended) {
    this.patientId = patientId;
    this.phone = before.phone();
    this.email = before.email();
    this.intakeId = toldIn.orElse(null);
    this.endedAt = ended.at();
    this.endedBy = ended.by();
  }

  public long patientId() {
    return patientId;
  }

  /** Null if there was none. */
  public String phone() {
    return phone;
  }

  /** Null if there was none. */
  public String email() {
    return email;
  }

  /** The intake that told of another one; empty if it was typed on the patient's page. */
  public Optional<Long> toldIn() {
    return Optional.ofNullable(intakeId);
  }

  public Instant endedAt() {
    return endedAt;
  }

  public long endedBy() {
    return endedBy;
  }
}
