package org.pacegate.domain.clinic;

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
import java.util.Objects;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * A professional's right to practise. It is recorded with its first and last day; when somebody
 * finds out later that it lapsed earlier, the lapse is added and whatever was signed from that day
 * on has no licence behind it.
 */
@Entity
public class Licence extends ClinicRecord {

  @Column(name = "practitioner_id")
  private long practitionerId;

  @Enumerated(EnumType.STRING)
  private Profession profession;

  private String number;
  private String authority;
  private String jurisdiction;
  private String scope;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_to")
  private LocalDate validTo;

  @Column(name = "lapsed_on")
  private LocalDate lapsedOn;

  @Column(name = "verified_at")
  private Instant verifiedAt;

  @Column(name = "verified_by")
  private Long verifiedBy;

  private String verification;

  @OneToMany(mappedBy = "licence", cascade = CascadeType.PERSIST)
  @OrderBy("foundAt")
  private List<LicenceLapse> lapses = new ArrayList<>();

  protected Licence() {}

  /**
   * @param validFrom first day
   * @param validTo last day, included
   */
  public Licence(
      long practitionerId,
      Profession profession,
      String number,
      String authority,
      LocalDate validFrom,
      LocalDate validTo) {
    this.practitionerId = practitionerId;
    this.profession = Objects.requireNonNull(profession, "profession");
    this.number = Words.required("number", number, 100);
    this.authority = Words.required("authority", authority, 200);
    this.validFrom = Objects.requireNonNull(validFrom, "validFrom");
    this.validTo = Objects.requireNonNull(validTo, "validTo");
    if (validTo.isBefore(validFrom)) {
      throw new InvalidValue("validTo", "beforeStart");
    }
  }

  /**
   * Says where the licence gives its right and for what; once said, it stays.
   *
   * @param jurisdiction country or part of one, as ISO 3166 writes it
   * @param scope what it is limited to, or null
   * @throws DomainRefusal {@code licence.placed} for another place than the one said before
   */
  public void place(String jurisdiction, String scope) {
    String where = Jurisdiction.code(jurisdiction);
    String what = Words.optional("scope", scope, 1_000);
    if (this.jurisdiction != null && !this.jurisdiction.equals(where)) {
      throw new DomainRefusal("licence.placed", "licence " + id());
    }
    this.jurisdiction = where;
    this.scope = this.scope == null ? what : this.scope;
  }

  /**
   * Somebody else than the holder has looked the licence up.
   *
   * @param how where it was looked up and what was seen
   * @throws DomainRefusal {@code licence.verified} if somebody has before
   */
  public void verify(String how, Attribution seen) {
    if (verifiedAt != null) {
      throw new DomainRefusal("licence.verified", "licence " + id());
    }
    verification = Words.required("verification", how, 1_000);
    verifiedAt = seen.at();
    verifiedBy = seen.by();
  }

  /** Whether it is a physician's. */
  public boolean isPhysicians() {
    return profession == Profession.PHYSICIAN;
  }

  /** Whether both stand on some day, as far as is known now. */
  public boolean overlaps(Licence other) {
    return !validFrom.isAfter(other.lastDay()) && !other.validFrom.isAfter(lastDay());
  }

  private LocalDate lastDay() {
    return lapsedOn == null || lapsedOn.isAfter(validTo) ? validTo : lapsedOn.minusDays(1);
  }

  /** Whether the licence stood on a day, as far as is known now. */
  public boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom)
        && !day.isAfter(validTo)
        && (lapsedOn == null || day.isBefore(lapsedOn));
  }

  /**
   * Records that the licence was no longer valid from a day on.
   *
   * @throws DomainRefusal {@code licence.alreadyLapsed} if an earlier or the same day is recorded
   */
  public void lapse(LocalDate from, String reason, Attribution found) {
    Objects.requireNonNull(from, "from");
    if (lapsedOn != null && !from.isBefore(lapsedOn)) {
      throw new DomainRefusal("licence.alreadyLapsed", "licence " + id());
    }
    lapses.add(new LicenceLapse(this, from, reason, found));
    lapsedOn = from;
  }

  public long practitionerId() {
    return practitionerId;
  }

  public Profession profession() {
    return profession;
  }

  public String number() {
    return number;
  }

  public String authority() {
    return authority;
  }

  /** Country or part of one; null while nobody has said it. */
  public String jurisdiction() {
    return jurisdiction;
  }

  /** What it is limited to, or null. */
  public String scope() {
    return scope;
  }

  /** When somebody looked it up, or null. */
  public Instant verifiedAt() {
    return verifiedAt;
  }

  /** Who looked it up, or null. */
  public Long verifiedBy() {
    return verifiedBy;
  }

  /** How it was looked up, or null. */
  public String verification() {
    return verification;
  }

  public LocalDate validFrom() {
    return validFrom;
  }

  public LocalDate validTo() {
    return validTo;
  }

  /** First day without validity that was found later, or null. */
  public LocalDate lapsedOn() {
    return lapsedOn;
  }

  /** Every lapse that was found, the first one found first; an even earlier one may follow. */
  public List<LicenceLapse> lapses() {
    return List.copyOf(lapses);
  }
}
