package org.pacegate.domain.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;

/**
 * A physician puts a policy into force from a later day on, so that nothing signed before changes
 * its meaning. Never changed: of the signed ones whose day has come, the one signed last holds.
 */
@Entity
@Table(name = "diagnosis_policy_signature")
public class PolicySignature extends ClinicRecord {

  /** A policy begins within ten years of its signature. */
  private static final int WITHIN_DAYS = 3_650;

  @Column(name = "policy_id")
  private long policyId;

  private String jurisdiction;

  /** Place in the order of signatures for the jurisdiction, from 1. */
  private int place;

  @Column(name = "signed_at")
  private Instant signedAt;

  /** The clinic's calendar day of it, which the licence is checked on. */
  @Column(name = "signed_on")
  private LocalDate signedOn;

  @Column(name = "signed_by")
  private long signedBy;

  @Column(name = "licence_id")
  private long licenceId;

  @Column(name = "effective_from")
  private LocalDate effectiveFrom;

  protected PolicySignature() {}

  /**
   * Signs a draft.
   *
   * @param place one more than the last one's for the jurisdiction
   * @throws DomainRefusal {@code policy.noAuthority} without a physician's licence of the signer,
   *     valid that day, {@code policy.notDraftedYet} before the draft was saved
   * @throws InvalidValue for {@code effectiveFrom}: {@code missing}, {@code notAhead} or {@code
   *     tooFar}
   */
  public PolicySignature(
      PolicyVersion draft,
      int place,
      LocalDate effectiveFrom,
      Licence licence,
      DiagnosisPolicy policy,
      Attribution signed) {
    if (!policy.authorisesPhysician(licence, signed.by(), signed.day())) {
      throw new DomainRefusal("policy.noAuthority", "practitioner " + signed.by());
    }
    if (!draft.draftedAt().isBefore(signed.at())) {
      throw new DomainRefusal("policy.notDraftedYet", "policy " + draft.id());
    }
    if (effectiveFrom == null) {
      throw new InvalidValue("effectiveFrom", "missing");
    }
    if (!effectiveFrom.isAfter(signed.day())) {
      throw new InvalidValue("effectiveFrom", "notAhead");
    }
    if (!effectiveFrom.isBefore(signed.day().plusDays(WITHIN_DAYS))) {
      throw new InvalidValue("effectiveFrom", "tooFar");
    }
    this.policyId = draft.id();
    this.jurisdiction = draft.jurisdiction();
    this.place = place;
    this.signedAt = signed.at();
    this.signedOn = signed.day();
    this.signedBy = signed.by();
    this.licenceId = licence.id();
    this.effectiveFrom = effectiveFrom;
  }

  /** Whether the same person signed it for the same day: a second click. */
  public boolean isBy(long practitioner, LocalDate from) {
    return signedBy == practitioner && effectiveFrom.equals(from);
  }

  public long policyId() {
    return policyId;
  }

  /** The place whose licences it is about. */
  public String jurisdiction() {
    return jurisdiction;
  }

  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  /** Place in the order of signatures for the jurisdiction, from 1. */
  public int place() {
    return place;
  }
}
