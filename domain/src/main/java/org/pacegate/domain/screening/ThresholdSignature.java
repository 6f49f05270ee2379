package org.pacegate.domain.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;

/**
 * A licensed person puts a clinic's thresholds into force from a day on. Never changed: of the
 * signed ones whose day has come, the one signed last holds, so that signing another takes an
 * earlier one back, also before its day.
 */
@Entity
@Table(name = "threshold_signature")
public class ThresholdSignature extends ClinicRecord {

  @Column(name = "threshold_version_id")
  private long thresholdVersionId;

  @Column(name = "rule_set")
  private String ruleSet;

  @Column(name = "rule_set_version")
  private int ruleSetVersion;

  /** Place in the order of signatures for the rule set, from 1. */
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

  protected ThresholdSignature() {}

  /**
   * Signs a draft.
   *
   * @param place one more than the last one's for the rule set
   * @throws DomainRefusal {@code threshold.noAuthority} without a physician's licence of the
   *     signer, valid that day
   * @throws InvalidValue for {@code effectiveFrom}: {@code missing} or {@code past}
   */
  public ThresholdSignature(
      ThresholdVersion draft,
      int place,
      LocalDate effectiveFrom,
      Licence licence,
      DiagnosisPolicy policy,
      Attribution signed) {
    if (!policy.authorisesPhysician(licence, signed.by(), signed.day())) {
      throw new DomainRefusal("threshold.noAuthority", "practitioner " + signed.by());
    }
    if (effectiveFrom == null) {
      throw new InvalidValue("effectiveFrom", "missing");
    }
    if (effectiveFrom.isBefore(signed.day())) {
      throw new InvalidValue("effectiveFrom", "past");
    }
    this.thresholdVersionId = draft.id();
    this.ruleSet = draft.ruleSet();
    this.ruleSetVersion = draft.ruleSetVersion();
    this.place = place;
    this.signedAt = signed.at();
    this.signedOn = signed.day();
    this.signedBy = signed.by();
    this.licenceId = licence.id();
    this.effectiveFrom = effectiveFrom;
  }

  public long thresholdVersionId() {
    return thresholdVersionId;
  }

  /** Whether the same person signed it for the same day: a second click. */
  public boolean isBy(long practitioner, LocalDate from) {
    return signedBy == practitioner && effectiveFrom.equals(from);
  }

  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  /** Place in the order of signatures for the rule set, from 1: of two the later one holds. */
  public int place() {
    return place;
  }
}
