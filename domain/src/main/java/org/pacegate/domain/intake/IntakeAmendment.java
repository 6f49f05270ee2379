package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * A correction of one answer of a submitted intake: what stood there, what is right, and why. It
 * changes neither the response nor what was screened. Never changed (R4.64).
 */
@Entity
@Table(name = "intake_amendment")
public class IntakeAmendment {

  private static final int LONGEST_VALUE = 20_000;
  private static final int LONGEST_REASON = 4_000;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @Column(name = "intake_id")
  private long intakeId;

  private String field;

  private int number;

  @Column(name = "old_value")
  private String oldValue;

  @Column(name = "new_value")
  private String newValue;

  private String reason;

  @Column(name = "submission_key")
  private UUID submissionKey;

  @Column(name = "amended_at")
  private Instant amendedAt;

  @Column(name = "amended_by")
  private long amendedBy;

  protected IntakeAmendment() {}

  /**
   * Corrects an answer.
   *
   * @param number which correction of this field it is, from 1
   * @param was the answer that stood, empty for none
   * @param is the right one, empty for none
   * @throws DomainRefusal {@code intake.notSubmitted} while the answer itself can be changed
   * @throws InvalidValue {@code value unchanged}, {@code reason missing}, or {@code tooLong} for a
   *     value over 20,000 or a reason over 4,000 characters
   */
  public IntakeAmendment(
      Intake intake,
      String field,
      int number,
      String was,
      String is,
      String reason,
      UUID key,
      Attribution amended) {
    if (intake.state() != IntakeState.SUBMITTED) {
      throw new DomainRefusal("intake.notSubmitted", "intake " + intake.id());
    }
    this.intakeId = intake.id();
    this.field = Words.required("field", field, 130);
    this.number = number;
    this.oldValue = was;
    this.newValue = value(is);
    if (newValue.equals(oldValue)) {
      throw new InvalidValue("value", "unchanged");
    }
    this.reason = Words.required("reason", reason, LONGEST_REASON);
    this.submissionKey = key;
    this.amendedAt = amended.at();
    this.amendedBy = amended.by();
  }

  private static String value(String typed) {
    String words = Words.optional("value", typed, LONGEST_VALUE);
    return words == null ? "" : words;
  }

  public Long id() {
    return id;
  }

  public long intakeId() {
    return intakeId;
  }

  public String field() {
    return field;
  }

  public int number() {
    return number;
  }

  public String oldValue() {
    return oldValue;
  }

  public String newValue() {
    return newValue;
  }

  public String reason() {
    return reason;
  }

  public UUID submissionKey() {
    return submissionKey;
  }

  public Instant amendedAt() {
    return amendedAt;
  }

  public long amendedBy() {
    return amendedBy;
  }
}
