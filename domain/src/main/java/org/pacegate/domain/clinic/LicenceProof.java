package org.pacegate.domain.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.InvalidValue;

/** A document that shows a licence, as somebody added it. Never changed and never taken away. */
@Entity
@Table(name = "licence_proof")
public class LicenceProof extends ClinicRecord {

  private static final int MOST_BYTES = 5_242_880;

  @Column(name = "licence_id")
  private long licenceId;

  @Column(name = "media_type")
  private String mediaType;

  private byte[] content;

  @Column(name = "file_hash")
  private String fileHash;

  @Column(name = "added_at")
  private Instant addedAt;

  @Column(name = "added_by")
  private long addedBy;

  @Column(name = "submission_key")
  private UUID submissionKey;

  protected LicenceProof() {}

  /**
   * @param fileHash SHA-256 of the content, hexadecimal
   * @throws InvalidValue for {@code proof}: {@code missing}, {@code tooLarge} above 5 MiB, {@code
   *     type} for anything but PDF, PNG and JPEG
   */
  public LicenceProof(
      long licenceId, byte[] content, String fileHash, UUID submissionKey, Attribution added) {
    if (content == null || content.length == 0) {
      throw new InvalidValue("proof", "missing");
    }
    if (content.length > MOST_BYTES) {
      throw new InvalidValue("proof", "tooLarge");
    }
    this.licenceId = licenceId;
    this.mediaType =
        ProofType.of(content).orElseThrow(() -> new InvalidValue("proof", "type")).mediaType();
    this.content = content.clone();
    this.fileHash = fileHash;
    this.submissionKey = submissionKey;
    this.addedAt = added.at();
    this.addedBy = added.by();
  }

  /** Whether a form that was sent again brings the same document. */
  public boolean records(long licence, String hash) {
    return licenceId == licence && fileHash.equals(hash);
  }

  public long licenceId() {
    return licenceId;
  }

  public ProofType type() {
    return ProofType.named(mediaType);
  }

  public byte[] content() {
    return content.clone();
  }
}
