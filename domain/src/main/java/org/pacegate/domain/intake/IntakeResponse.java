package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Sha256;

/**
 * What was asked and answered in an intake, as it was shown on the day it was submitted, and the
 * PDF made of it. Written once and never changed: a later correction is an {@link IntakeAmendment}
 * (R4.63).
 */
@Entity
@Table(name = "intake_response")
public class IntakeResponse {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @Column(name = "intake_id")
  private long intakeId;

  @Column(name = "episode_id")
  private long episodeId;

  @Enumerated(EnumType.STRING)
  private Language language;

  @Enumerated(EnumType.STRING)
  private Door door;

  @Column(name = "rule_set")
  private String ruleSet;

  @Column(name = "rule_set_version")
  private int ruleSetVersion;

  @Column(name = "consent_version")
  private String consentVersion;

  @Column(name = "consent_hash")
  private String consentHash;

  private String content;

  @Column(name = "content_hash")
  private String contentHash;

  private byte[] pdf;

  @Column(name = "pdf_hash")
  private String pdfHash;

  @Column(name = "kept_at")
  private Instant keptAt;

  @Column(name = "kept_by")
  private long keptBy;

  protected IntakeResponse() {}

  /**
   * Keeps a response.
   *
   * @param intake that was submitted
   * @param consent what was signed; empty when it waits, or a known episode was screened again
   * @param language of the questions as they were shown
   * @param content canonical JSON
   * @param pdf made of exactly that JSON
   * @throws DomainRefusal {@code intake.notSubmitted} for an intake that still changes
   */
  public IntakeResponse(
      Intake intake,
      Optional<Consent> consent,
      Language language,
      Door door,
      String content,
      byte[] pdf,
      Attribution kept) {
    if (intake.state() != IntakeState.SUBMITTED) {
      throw new DomainRefusal("intake.notSubmitted", "intake " + intake.id());
    }
    this.intakeId = intake.id();
    this.episodeId = intake.episodeId().orElseThrow();
    this.ruleSet = intake.ruleSet();
    this.ruleSetVersion = intake.ruleSetVersion();
    this.consentVersion = consent.map(Consent::textVersion).orElse(null);
    this.consentHash = consent.map(Consent::textHash).orElse(null);
    this.language = language;
    this.door = door;
    this.content = content;
    this.contentHash = Sha256.of(content);
    this.pdf = pdf.clone();
    this.pdfHash = Sha256.of(pdf);
    this.keptAt = kept.at();
    this.keptBy = kept.by();
  }

  public Long id() {
    return id;
  }

  public long intakeId() {
    return intakeId;
  }

  public long episodeId() {
    return episodeId;
  }

  public Language language() {
    return language;
  }

  public Door door() {
    return door;
  }

  /**
   * The canonical JSON.
   *
   * @throws DomainRefusal {@code response.damaged} if it is not what was kept
   */
  public String content() {
    expectSame(contentHash, Sha256.of(content), "content");
    return content;
  }

  public String contentHash() {
    return contentHash;
  }

  /**
   * The PDF.
   *
   * @throws DomainRefusal {@code response.damaged} if it is not what was kept
   */
  public byte[] pdf() {
    expectSame(pdfHash, Sha256.of(pdf), "pdf");
    return pdf.clone();
  }

  public String pdfHash() {
    return pdfHash;
  }

  private void expectSame(String kept, String found, String part) {
    if (!kept.equals(found)) {
      throw new DomainRefusal("response.damaged", "intake " + intakeId + " " + part);
    }
  }

  public Instant keptAt() {
    return keptAt;
  }

  public long keptBy() {
    return keptBy;
  }
}
