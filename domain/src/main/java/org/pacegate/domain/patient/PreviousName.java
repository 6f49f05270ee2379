package org.pacegate.domain.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;

/** A name that somebody was once recorded under, and is still found by (R2.11). */
@Entity
@Table(name = "patient_previous_name")
public class PreviousName extends ClinicRecord {

  @ManyToOne(optional = false)
  @JoinColumn(name = "patient_id")
  private Patient patient;

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "given_name")
  private String givenName;

  @Enumerated(EnumType.STRING)
  private NameEnd why;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private long endedBy;

  protected PreviousName() {}

  PreviousName(Patient patient, String family, String given, NameEnd why, Attribution ended) {
    this.patient = patient;
    this.familyName = family;
    this.givenName = given;
    this.why = why;
    this.endedAt = ended.at();
    this.endedBy = ended.by();
  }

  public Patient patient() {
    return patient;
  }

  public String familyName() {
    return familyName;
  }

  public String givenName() {
    return givenName;
  }

  public NameEnd why() {
    return why;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public long endedBy() {
    return endedBy;
  }
}
