package org.pacegate.domain.patient;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pacegate.domain.shared.Attribution;

/**
 * Somebody who could not be asked in an emergency has said who it is: what the record said before,
 * what it says since, who was told and when. Once for a patient, and never changed.
 */
@Entity
@Table(name = "patient_identification")
public class PatientIdentification {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @Column(name = "patient_id")
  private long patientId;

  @Embedded
  @AttributeOverride(name = "familyName", column = @Column(name = "former_family_name"))
  @AttributeOverride(name = "givenName", column = @Column(name = "former_given_name"))
  @AttributeOverride(name = "birthDate", column = @Column(name = "former_birth_date"))
  @AttributeOverride(name = "sex", column = @Column(name = "former_sex"))
  @AttributeOverride(name = "phone", column = @Column(name = "former_phone"))
  @AttributeOverride(name = "email", column = @Column(name = "former_email"))
  @AttributeOverride(name = "language", column = @Column(name = "former_language"))
  private PersonAsTold former;

  @Embedded private PersonAsTold told;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "told_to")
  private long toldTo;

  protected PatientIdentification() {}

  PatientIdentification(long patientId, Person former, Person told, Attribution by) {
    this.patientId = patientId;
    this.former = new PersonAsTold(former);
    this.told = new PersonAsTold(told);
    this.toldAt = by.at();
    this.toldTo = by.by();
  }

  public long patientId() {
    return patientId;
  }

  /** What the record said until then. */
  public Person former() {
    return former.person();
  }

  public Person told() {
    return told.person();
  }

  public Instant toldAt() {
    return toldAt;
  }

  public long toldTo() {
    return toldTo;
  }
}
