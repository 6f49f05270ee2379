package org.pacegate.domain.patient;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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

  @Embedded private PersonAsTold person;

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

  private Patient(String recordNumber, Attribution registered, Person known) {
    this.recordNumber = Words.required("recordNumber", recordNumber, 40);
    this.person = new PersonAsTold(known);
    this.registeredAt = registered.at();
    this.registeredBy = registered.by();
  }

  /**
   * Somebody who could not be asked in an emergency says who it is; what is returned is to be kept.
   *
   * @throws DomainRefusal {@code patient.identified} if that was known before
   */
  public PatientIdentification identify(Person who, Attribution told) {
    Person former = person();
    if (former.isIdentified()) {
      throw new DomainRefusal("patient.identified", "patient " + id());
    }
    who.expectPlausibleOn(told.day());
    become(who, NameEnd.CORRECTED, told);
    return new PatientIdentification(id(), former, who, told);
  }

  /**
   * Somebody goes by another name, or was taken down wrong. The name they had stays findable.
   *
   * @param why {@code CHANGED} or {@code CORRECTED}
   * @throws DomainRefusal {@code patient.sameName} if it is the name they have
   * @throws org.pacegate.domain.shared.InvalidValue for a name that is missing or too long
   */
  public void rename(String family, String given, NameEnd why, Attribution told) {
    Person renamed = person().renamed(family, given);
    if (why == NameEnd.MERGED) {
      throw new InvalidValue("why", "unknown");
    }
    if (renamed.hasNameOf(person())) {
      throw new DomainRefusal("patient.sameName", "patient " + id());
    }
    become(renamed, why, told);
  }

  /**
   * Somebody is reached another way from now on; what is returned is to be kept.
   *
   * @param phone null for none
   * @param email null for none
   * @param toldIn the intake that told it; empty when it was typed on the patient's page
   * @throws DomainRefusal {@code patient.sameContact} if that is how they are reached already
   * @throws org.pacegate.domain.shared.InvalidValue for a phone or e-mail that cannot be
   */
  public PreviousContact reachAt(
      String phone, String email, Optional<Long> toldIn, Attribution told) {
    Person before = person();
    Person reached = before.reachedAt(phone, email);
    if (reached.hasContactOf(before)) {
      throw new DomainRefusal("patient.sameContact", "patient " + id());
    }
    person = new PersonAsTold(reached);
    return new PreviousContact(id(), before, toldIn, told);
  }

  /**
   * Goes on as the one record of a person who had two. Names that no longer stand stay findable.
   *
   * @param other who the person is by the record that was merged into this one
   * @param chosen the values that stand
   */
  public void absorb(Person other, Person chosen, Attribution decided) {
    Person own = person();
    become(chosen, NameEnd.MERGED, decided);
    if (!other.hasNameOf(own)) {
      keepNameOf(other, NameEnd.MERGED, decided);
    }
  }

  private void become(Person next, NameEnd why, Attribution told) {
    Person before = person();
    person = new PersonAsTold(next);
    keepNameOf(before, why, told);
  }

  /** A name that was known and is not theirs any more stays findable. */
  private void keepNameOf(Person before, NameEnd why, Attribution told) {
    if (before.hasName() && !before.hasNameOf(person())) {
      previousNames.add(new PreviousName(this, before.familyName(), before.givenName(), why, told));
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

  /** Names they were recorded under before, the oldest first. */
  public List<PreviousName> previousNames() {
    return List.copyOf(previousNames);
  }

  public Person person() {
    return person.person();
  }

  public String recordNumber() {
    return recordNumber;
  }

  /** Null for somebody who could not be asked in an emergency. */
  public LocalDate birthDate() {
    return person().birthDate();
  }

  public Sex sex() {
    return person().sex();
  }

  public Language language() {
    return person().language();
  }

  public Instant registeredAt() {
    return registeredAt;
  }

  public long registeredBy() {
    return registeredBy;
  }
}
