package org.pacegate.domain.door;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.Words;

/**
 * A tablet of the clinic on which runners answer by themselves. Staff begin it in front of the
 * tablet, with a PIN for this one. It runs for a working day, until somebody leaves it there with
 * the PIN, or until it is ended from the desk.
 */
@Entity
public class Kiosk extends ClinicRecord {

  /** As long as a sign-in lasts: a working day. */
  private static final Duration LONGEST = Duration.ofHours(12);

  private static final int LONGEST_NAME = 60;

  private String name;

  @Column(name = "key_hash")
  private String keyHash;

  @Column(name = "pin_hash")
  private String pinHash;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "begun_by")
  private long begunBy;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "ended_by")
  private Long endedBy;

  @Column(name = "submission_key")
  private UUID submissionKey;

  protected Kiosk() {}

  /**
   * Begins one.
   *
   * @param name what the desk calls the tablet
   * @param secrets hashes of what the browser keeps and of the PIN
   * @param key key of the form that began it
   */
  public Kiosk(String name, Secrets secrets, UUID key, Attribution begun) {
    this.name = Words.required("name", name, LONGEST_NAME);
    this.keyHash = Hashes.sha256(secrets.keyHash());
    this.pinHash = Objects.requireNonNull(secrets.pinHash(), "pinHash");
    this.begunAt = begun.at();
    this.begunBy = begun.by();
    this.endsAt = begun.at().plus(LONGEST);
    this.submissionKey = key;
  }

  /**
   * What opens and ends a kiosk, hashed.
   *
   * @param keyHash SHA-256, 64 hexadecimal digits
   * @param pinHash as a password is stored
   */
  public record Secrets(String keyHash, String pinHash) {}

  /** Staff end it from the desk; a second time changes nothing. */
  public void end(Attribution ended) {
    if (endedAt == null) {
      endedAt = ended.at();
      endedBy = ended.by();
    }
  }

  /** Somebody with the PIN leaves it on the tablet; nobody knows who it is. */
  public void leave(Instant left) {
    if (endedAt == null) {
      endedAt = left;
    }
  }

  /** Whether runners get in at an instant. */
  public boolean runsAt(Instant now) {
    return endedAt == null && now.isBefore(endsAt);
  }

  public String name() {
    return name;
  }

  public Instant endsAt() {
    return endsAt;
  }
}
