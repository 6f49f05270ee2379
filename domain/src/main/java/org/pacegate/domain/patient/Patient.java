package org.pacegate.domain.patient;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
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

  /** Set by the database with the record of the merge. */
  @Column(name = "merged_into", insertable = false, updatable = false)
  private Long mergedInto;

  @OneToMany(mappedBy = "patient", cascade = CascadeType.PERSIST)
  @OrderBy("endedAt, id")
  private List<PreviousName> previousNames = new ArrayList<>();

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
    become(person);
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
    if (!nameIsUnknown() && !hasName(person.familyName(), person.givenName())) {
      endName(NameEnd.CORRECTED, told);
    }
    become(person);
    return new PatientIdentification(id(), former, person, told);
  }

  /**
   * Somebody goes by another name, or was taken down wrong. The name they had stays findable.
   *
   * @param why {@code CHANGED} or {@code CORRECTED}
   * @throws DomainRefusal {@code patient.sameName} if it is the name they have
   * @throws org.pacegate.domain.shared.InvalidValue for a name that is missing or too long
   */
  public void rename(String family, String given, NameEnd why, Attribution told) {
    Person renamed = new Person(family, given, birthDate, sex, phone, email, language);
    if (why == NameEnd.MERGED) {
      throw new InvalidValue("why", "unknown");
    }
    if (hasName(renamed.familyName(), renamed.givenName())) {
      throw new DomainRefusal("patient.sameName", "patient " + id());
    }
    if (!nameIsUnknown()) {
      endName(why, told);
    }
    become(renamed);
  }

  /**
   * Goes on as the one record of a person who had two. Names that no longer stand stay findable.
   *
   * @param other who the person is by the record that was merged into this one
   * @param chosen the values that stand
   */
  public void absorb(Person other, Person chosen, Attribution decided) {
    Person own = person();
    keepNameOf(own, chosen, decided);
    if (!other.hasNameOf(own)) {
      keepNameOf(other, chosen, decided);
    }
    become(chosen);
  }

  private void keepNameOf(Person before, Person chosen, Attribution decided) {
    boolean known =
        !before.familyName().equals(Person.UNKNOWN) && !before.givenName().equals(Person.UNKNOWN);
    if (known && !before.hasNameOf(chosen)) {
      previousNames.add(
          new PreviousName(this, before.familyName(), before.givenName(), NameEnd.MERGED, decided));
    }
  }

  /**
   * Refuses a record that has been merged into another one.
   *
   * @throws DomainRefusal {@code merge.alreadyMerged}
   */
  public void expectStanding() {
    if (mergedInto != null) {
      throw new DomainRefusal("merge.alreadyMerged", "patient " + id() + " into " + mergedInto);
    }
  }

  /** The record that goes on for this one, if it has been merged. */
  public Optional<Long> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }

  private boolean hasName(String family, String given) {
    return familyName.equals(family) && givenName.equals(given);
  }

  private boolean nameIsUnknown() {
    return familyName.equals(Person.UNKNOWN) || givenName.equals(Person.UNKNOWN);
  }

  private void endName(NameEnd why, Attribution told) {
    previousNames.add(new PreviousName(this, familyName, givenName, why, told));
  }

  private void become(Person person) {
    familyName = person.familyName();
    givenName = person.givenName();
    birthDate = person.birthDate();
    sex = person.sex();
    phone = person.phone();
    email = person.email();
    language = person.language();
  }

  /** Names they were recorded under before, the oldest first. */
  public List<PreviousName> previousNames() {
    return List.copyOf(previousNames);
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
