package org.pacegate.domain.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.InvalidValue;

/**
 * A way for one runner to one intake. It is made by staff, shown once, opened with the birth date
 * as often as the runner comes back, and closes by time, by being revoked, or after too many wrong
 * tries. What opens it is kept as hashes only.
 */
@Entity
@Table(name = "intake_link")
public class IntakeLink extends ClinicRecord {

  /** Wrong birth dates after which it stays closed: somebody else has it. */
  private static final int MOST_FAILED_TRIES = 20;

  @Enumerated(EnumType.STRING)
  private LinkPurpose purpose;

  @Column(name = "intake_id")
  private long intakeId;

  @Column(name = "token_hash")
  private String tokenHash;

  @Column(name = "code_hash")
  private String codeHash;

  @Enumerated(EnumType.STRING)
  private Language language;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "created_by")
  private long createdBy;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  @Column(name = "revoked_by")
  private Long revokedBy;

  @Column(name = "failed_tries")
  private int failedTries;

  @Column(name = "submission_key")
  private UUID submissionKey;

  protected IntakeLink() {}

  /**
   * Makes a link.
   *
   * @param purpose what it opens
   * @param secrets SHA-256 of the token and of the resume code
   * @param language that it speaks first
   * @param valid how long it opens
   * @param key key of the form that made it
   */
  public IntakeLink(
      LinkPurpose purpose,
      long intakeId,
      Secrets secrets,
      Language language,
      Duration valid,
      UUID key,
      Attribution created) {
    this.purpose = purpose;
    this.intakeId = intakeId;
    this.tokenHash = Hashes.sha256(secrets.tokenHash());
    this.codeHash = Hashes.sha256(secrets.codeHash());
    this.language = language;
    this.createdAt = created.at();
    this.createdBy = created.by();
    this.expiresAt = created.at().plus(valid);
    this.submissionKey = key;
    if (!expiresAt.isAfter(createdAt)) {
      throw new InvalidValue("validDays", "range");
    }
  }

  /**
   * What opens a link, hashed.
   *
   * @param tokenHash SHA-256, 64 hexadecimal digits
   * @param codeHash SHA-256, 64 hexadecimal digits
   */
  public record Secrets(String tokenHash, String codeHash) {}

  /** It opens nothing any more; a second time changes nothing. */
  public void revoke(Attribution revoked) {
    if (revokedAt == null) {
      revokedAt = revoked.at();
      revokedBy = revoked.by();
    }
  }

  /** Somebody tried it with a wrong birth date. */
  public void fail() {
    failedTries++;
  }

  /** Wrong tries that close it for good. */
  public static int mostFailedTries() {
    return MOST_FAILED_TRIES;
  }

  /** Whether it opens at an instant. */
  public boolean opensAt(Instant now) {
    return revokedAt == null && now.isBefore(expiresAt) && failedTries < MOST_FAILED_TRIES;
  }

  public LinkPurpose purpose() {
    return purpose;
  }

  public long intakeId() {
    return intakeId;
  }

  public Language language() {
    return language;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean isRevoked() {
    return revokedAt != null;
  }

  public int failedTries() {
    return failedTries;
  }
}
