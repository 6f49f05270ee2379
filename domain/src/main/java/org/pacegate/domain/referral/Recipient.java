package org.pacegate.domain.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/**
 * Somebody outside whom the clinic asks: an emergency department, a practice, a doctor. It is
 * entered, amended, and one day retired; referrals that went there go on naming it.
 */
@Entity
public class Recipient extends ClinicRecord {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 1_000;

  private String name;
  private TargetSet serves;
  @Embedded private ContactWays contact;

  @Enumerated(EnumType.STRING)
  @Column(name = "letter_language")
  private Language letterLanguage;

  @Column(name = "spoken_languages")
  private String spokenLanguages;

  private String note;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Column(name = "retired_by")
  private Long retiredBy;

  /** Of the form that entered it; null for what was entered before forms carried one. */
  @Column(name = "submission_key")
  private UUID submissionKey;

  protected Recipient() {}

  /**
   * Enters somebody into the directory (R5.50).
   *
   * @param letterLanguage what a letter to them is written in
   * @param spokenLanguages in which a runner is understood there; may be null
   * @param note for instance when somebody answers; may be null
   * @throws org.pacegate.domain.shared.InvalidValue for what is missing or malformed
   */
  public Recipient(
      String name,
      TargetSet serves,
      ContactWays contact,
      Language letterLanguage,
      String spokenLanguages,
      String note) {
    describe(name, serves, contact, letterLanguage, spokenLanguages, note);
  }

  /**
   * What is known of them now.
   *
   * @throws DomainRefusal {@code recipient.retired}
   */
  public void amend(
      String newName,
      TargetSet newServes,
      ContactWays newContact,
      Language newLetterLanguage,
      String newSpokenLanguages,
      String newNote) {
    expectInUse();
    describe(newName, newServes, newContact, newLetterLanguage, newSpokenLanguages, newNote);
  }

  /** The second click of a double click carries the same key. */
  public void enteredWith(UUID key) {
    submissionKey = key;
  }

  private void describe(
      String called,
      TargetSet asked,
      ContactWays ways,
      Language writtenIn,
      String spoken,
      String remark) {
    this.name = Words.required("name", called, LONGEST_NAME);
    this.serves = asked;
    this.contact = ways;
    this.letterLanguage = writtenIn == null ? Language.en : writtenIn;
    this.spokenLanguages = Words.optional("spokenLanguages", spoken, LONGEST_NAME);
    this.note = Words.optional("note", remark, LONGEST_NOTE);
  }

  /**
   * Nobody is sent there any longer.
   *
   * @throws DomainRefusal {@code recipient.retired} the second time
   */
  public void retire(Attribution by) {
    expectInUse();
    retiredAt = by.at();
    retiredBy = by.actor();
  }

  /**
   * A referral goes there.
   *
   * @param target whom it asks for, as it keeps it
   * @throws DomainRefusal {@code recipient.retired}, or {@code recipient.notFor} unless it serves
   *     that
   */
  public void expectServing(String target) {
    expectInUse();
    if (!serves.contains(target)) {
      throw new DomainRefusal("recipient.notFor", "recipient " + id() + " " + target);
    }
  }

  private void expectInUse() {
    if (retiredAt != null) {
      throw new DomainRefusal("recipient.retired", "recipient " + id());
    }
  }

  public String name() {
    return name;
  }

  public TargetSet serves() {
    return serves;
  }

  public ContactWays contact() {
    return contact;
  }

  public Language letterLanguage() {
    return letterLanguage;
  }

  /** May be null. */
  public String spokenLanguages() {
    return spokenLanguages;
  }

  /** May be null. */
  public String note() {
    return note;
  }

  public boolean isRetired() {
    return retiredAt != null;
  }
}
