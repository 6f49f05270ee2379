package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/** The runner's signed consent to one exact text. Never changed. */
@Entity
public class Consent {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @Column(name = "patient_id")
  private long patientId;

  @Column(name = "intake_id")
  private long intakeId;

  @Column(name = "text_version")
  private String textVersion;

  @Enumerated(EnumType.STRING)
  private Language language;

  @Column(name = "text_hash")
  private String textHash;

  /** Null for a consent from before signatures were kept. */
  @Embedded private Signature signature;

  @Enumerated(EnumType.STRING)
  private Door door;

  @Column(name = "given_at")
  private Instant givenAt;

  @Column(name = "recorded_by")
  private long recordedBy;

  protected Consent() {}

  /**
   * Records a signed consent.
   *
   * @param textHash SHA-256 of the text as shown, 64 hexadecimal digits
   */
  public Consent(
      long patientId,
      long intakeId,
      String textVersion,
      Language language,
      String textHash,
      Signature signature,
      Door door,
      Attribution recorded) {
    this.patientId = patientId;
    this.intakeId = intakeId;
    this.textVersion = Words.required("consentVersion", textVersion, 40);
    this.language = language;
    this.textHash = Words.required("consentHash", textHash, 64);
    if (!SHA_256.matcher(this.textHash).matches()) {
      throw new InvalidValue("consentHash", "malformed");
    }
    this.signature = Objects.requireNonNull(signature, "signature");
    this.door = Objects.requireNonNull(door, "door");
    this.givenAt = recorded.at();
    this.recordedBy = recorded.by();
  }

  public long patientId() {
    return patientId;
  }

  public long intakeId() {
    return intakeId;
  }

  public String textVersion() {
    return textVersion;
  }

  public Language language() {
    return language;
  }

  public String textHash() {
    return textHash;
  }

  /** Empty for a consent from before signatures were kept. */
  public Optional<Signature> signature() {
    return Optional.ofNullable(signature);
  }

  /** Empty for a consent from before signatures were kept. */
  public Optional<Door> door() {
    return Optional.ofNullable(door);
  }

  public Instant givenAt() {
    return givenAt;
  }

  public long recordedBy() {
    return recordedBy;
  }
}
