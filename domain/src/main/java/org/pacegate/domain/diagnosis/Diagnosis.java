package org.pacegate.domain.diagnosis;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.PolicyTerms;
import org.pacegate.domain.clinic.SignedPolicy;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * A licensed professional's judgement about one injury: a code and the clinician's own words.
 * Recorded with the licence it was signed under, it stands until it is revised, refuted or marked
 * as entered in error; a new judgement is a new version, and the old one stays readable.
 */
@Entity
public class Diagnosis extends ClinicRecord {

  @Column(name = "episode_id")
  private long episodeId;

  @Column(name = "revises_id")
  private Long revisesId;

  @Embedded private DiagnosisCode code;
  private String words;

  @Enumerated(EnumType.STRING)
  @Column(name = "body_site")
  private BodySite bodySite;

  @Enumerated(EnumType.STRING)
  @Column(name = "verification_status")
  private VerificationStatus verificationStatus;

  @Enumerated(EnumType.STRING)
  @Column(name = "clinical_status")
  private ClinicalStatus clinicalStatus;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  /** The clinic's calendar day of the signature, which the licence is checked on. */
  @Column(name = "recorded_on")
  private LocalDate recordedOn;

  @Column(name = "recorded_by")
  private long recordedBy;

  @Column(name = "licence_id")
  private long licenceId;

  /** The certainty that was signed; ending it changes the other one only. */
  @Enumerated(EnumType.STRING)
  @Column(name = "recorded_as")
  private VerificationStatus recordedAs;

  @Column(name = "policy_id")
  private Long policyId;

  @Column(name = "direct_access")
  private boolean directAccess;

  @Column(name = "carries_until")
  private LocalDate carriesUntil;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private Long endedBy;

  @Column(name = "end_reason")
  private String endReason;

  @Column(name = "submission_key")
  private UUID submissionKey;

  @OneToMany(mappedBy = "diagnosis", cascade = CascadeType.PERSIST)
  private List<Finding> findings = new ArrayList<>();

  protected Diagnosis() {}

  /**
   * Records a judgement.
   *
   * @param revises the diagnosis it replaces, or null for the first
   * @param since from when the policy's limits count
   * @throws DomainRefusal {@code diagnosis.noAuthority} unless the signer holds a licence that the
   *     policy admits and that is valid on that day, {@code diagnosis.notCovered} for a code that
   *     the policy leaves to physicians, {@code diagnosis.codeNotInForce} or {@code
   *     diagnosis.codeIsHeader} for a code that cannot be chosen on it
   */
  public Diagnosis(
      long episodeId,
      DiagnosisDraft draft,
      Diagnosis revises,
      Licence licence,
      DiagnosisPolicy policy,
      LimitedSince since,
      Attribution signed) {
    if (!policy.authorises(licence, signed.by(), signed.day())) {
      throw new DomainRefusal("diagnosis.noAuthority", "practitioner " + signed.by());
    }
    if (draft.certainty() != VerificationStatus.PROVISIONAL
        && draft.certainty() != VerificationStatus.CONFIRMED) {
      throw new InvalidValue("certainty", "missing");
    }
    this.episodeId = episodeId;
    this.revisesId = revises == null ? null : revises.id();
    this.code = draft.code().chosenOn(signed.day());
    this.words = Words.required("words", draft.words(), 10_000);
    this.bodySite = draft.bodySite();
    this.verificationStatus = draft.certainty();
    this.clinicalStatus = ClinicalStatus.ACTIVE;
    this.recordedAt = signed.at();
    this.recordedOn = signed.day();
    this.recordedBy = signed.by();
    this.licenceId = licence.id();
    this.recordedAs = draft.certainty();
    this.directAccess = !licence.isPhysicians();
    this.policyId =
        policy.inForce(licence.jurisdiction(), recordedOn).map(SignedPolicy::id).orElse(null);
    PolicyTerms terms = policy.terms(licence, recordedOn);
    if (directAccess && !terms.covers(code.system(), code.code(), code.boneStress())) {
      throw new DomainRefusal("diagnosis.notCovered", code.code());
    }
    this.carriesUntil = lastDay(terms, since);
    this.submissionKey = draft.submissionKey();
    draft.measurements().forEach(measured -> findings.add(new Finding(this, measured, signed)));
  }

  /** The day of the first signature is the first of the days. */
  private LocalDate lastDay(PolicyTerms terms, LimitedSince since) {
    return Stream.of(
            wasProvisional() && terms.provisionalDays() > 0
                ? from(since.provisional()).plusDays(terms.provisionalDays() - 1L)
                : null,
            directAccess && terms.maxDays() != null
                ? from(since.directAccess()).plusDays(terms.maxDays() - 1L)
                : null)
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  private LocalDate from(LocalDate first) {
    return first == null ? recordedOn : first;
  }

  /**
   * Ends the judgement. A replaced one keeps its certainty; a refuted or wrongly entered one says
   * so.
   *
   * @throws DomainRefusal {@code diagnosis.ended} if it no longer stands
   */
  public void end(VerificationStatus as, String reason, Attribution ended) {
    if (clinicalStatus != ClinicalStatus.ACTIVE) {
      throw new DomainRefusal("diagnosis.ended", "diagnosis " + id());
    }
    endReason = Words.required("reason", reason, 4_000);
    verificationStatus = as;
    clinicalStatus = ClinicalStatus.INACTIVE;
    endedAt = ended.at();
    endedBy = ended.by();
  }

  /** Whether a form that was sent again says what this diagnosis was recorded with. */
  public boolean records(long episode, Long revises, DiagnosisDraft draft) {
    return episodeId == episode
        && Objects.equals(revisesId, revises)
        && code.code().equals(draft.code().code())
        && words.equals(Words.required("words", draft.words(), 10_000))
        && bodySite == draft.bodySite()
        && (verificationStatus == draft.certainty() || !isActive())
        && findings.size() == draft.measurements().size()
        && draft.measurements().stream()
            .allMatch(measured -> findings.stream().anyMatch(finding -> finding.says(measured)));
  }

  /** Whether it was signed as provisional, whatever became of it. */
  public boolean wasProvisional() {
    return recordedAs == VerificationStatus.PROVISIONAL;
  }

  /** Whether it was signed without a physician's licence. */
  public boolean isDirectAccess() {
    return directAccess;
  }

  /** Whether it carries treatment only because a signed policy says so. */
  public boolean restsOnPolicy() {
    return directAccess || verificationStatus == VerificationStatus.PROVISIONAL;
  }

  /** Version of the policy that was in force when it was signed; null for the shipped rule. */
  public Long policyId() {
    return policyId;
  }

  /** Last day on which it carries treatment, or null without a limit. */
  public LocalDate carriesUntil() {
    return carriesUntil;
  }

  /** Whether it still carries treatment on a day. */
  public boolean carriesOn(LocalDate day) {
    return carriesUntil == null || !day.isAfter(carriesUntil);
  }

  public boolean isActive() {
    return clinicalStatus == ClinicalStatus.ACTIVE;
  }

  public long episodeId() {
    return episodeId;
  }

  /** Id of the diagnosis this one replaced, or null. */
  public Long revisesId() {
    return revisesId;
  }

  public DiagnosisCode code() {
    return code;
  }

  public String words() {
    return words;
  }

  public BodySite bodySite() {
    return bodySite;
  }

  public VerificationStatus verificationStatus() {
    return verificationStatus;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public LocalDate recordedOn() {
    return recordedOn;
  }

  public long recordedBy() {
    return recordedBy;
  }

  /** The licence it was signed under. */
  public long licenceId() {
    return licenceId;
  }

  public List<Finding> findings() {
    return List.copyOf(findings);
  }
}
