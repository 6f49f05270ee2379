package org.pacegate.domain.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/** A runner the clinic keeps a record of. Registered once, found again at every later visit. */
@Entity
public class Patient extends ClinicRecord {

  @Column(name = "record_number")
  private String recordNumber;

  @Column(name = "family_name")
  private String familyName;

  @Column(name = "given_name")
  private String givenName;

  @Column(name = "birth_date")
  private LocalDate birthDate;

  @Enumerated(EnumType.STRING)
  private Sex sex;

  private String phone;
  private String email;

  @Enumerated(EnumType.STRING)
  private Language language;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "registered_by")
  private long registeredBy;

  protected Patient() {}

  /**
   * Registers somebody.
   *
   * @param recordNumber the clinic's number for the record
   * @throws org.pacegate.domain.shared.InvalidValue for a birth date in the future or over 120
   *     years ago
   */
  public Patient(String recordNumber, Person person, Attribution registered) {
    this(recordNumber, registered, person);
    person.expectPlausibleOn(registered.day());
  }

  /** Registers somebody in an emergency with what is known: it may lack names and birth date. */
  public static Patient inEmergency(String recordNumber, Person known, Attribution registered) {
    if (known.birthDate() != null) {
      known.expectPlausibleOn(registered.day());
    }
    return new Patient(recordNumber, registered, known);
  }

  private Patient(String recordNumber, Attribution registered, Person person) {
    this.recordNumber = Words.required("recordNumber", recordNumber, 40);
    this.familyName = person.familyName();
    this.givenName = person.givenName();
    this.birthDate = person.birthDate();
    this.sex = person.sex();
    this.phone = person.phone();
    this.email = person.email();
    this.language = person.language();
    this.registeredAt = registered.at();
    this.registeredBy = registered.by();
  }

  /**
   * Somebody who could not be asked in an emergency says who it is; what is returned is to be kept.
   *
   * @throws DomainRefusal {@code patient.identified} if that was known before
   */
  public PatientIdentification identify(Person person, Attribution told) {
    Person former = person();
    if (former.isIdentified()) {
      throw new DomainRefusal("patient.identified", "patient " + id());
    }
    person.expectPlausibleOn(told.day());
    familyName = person.familyName();
    givenName = person.givenName();
    birthDate = person.birthDate();
    sex = person.sex();
    phone = person.phone();
    email = person.email();
    language = person.language();
    return new PatientIdentification(id(), former, person, told);
  }

  public Person person() {
    return new Person(familyName, givenName, birthDate, sex, phone, email, language);
  }

  public String recordNumber() {
    return recordNumber;
  }

  /** Null for somebody who could not be asked in an emergency. */
  public LocalDate birthDate() {
    return birthDate;
  }

  public Sex sex() {
    return sex;
  }

  public Language language() {
    return language;
  }

  public Instant registeredAt() {
    return registeredAt;
  }

  public long registeredBy() {
    return registeredBy;
  }
}
