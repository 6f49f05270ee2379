package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * A professional went through one answer of a submitted intake with the runner, and it is so. It
 * brings no value of its own: another one is an {@link IntakeAmendment}, after which the answer may
 * be confirmed anew. Never changed (R4.192).
 */
@Entity
@Table(name = "intake_confirmation")
public class IntakeConfirmation {

  /** Names of the clinic's own forms and their questions are up to 60 characters each. */
  private static final int LONGEST_FIELD = 130;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @Column(name = "intake_id")
  private long intakeId;

  private String field;

  private int number;

  @Column(name = "value")
  private String value;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  @Column(name = "confirmed_by")
  private long confirmedBy;

  protected IntakeConfirmation() {}

  /**
   * Confirms an answer as it stands.
   *
   * @param number how many corrections of this field went before
   * @param value the answer
   * @throws DomainRefusal {@code intake.notSubmitted} while the answer itself can be changed
   * @throws InvalidValue {@code value missing} where there is no answer
   */
  public IntakeConfirmation(
      Intake intake, String field, int number, String value, Attribution confirmed) {
    if (intake.state() != IntakeState.SUBMITTED) {
      throw new DomainRefusal("intake.notSubmitted", "intake " + intake.id());
    }
    if (value == null || value.isEmpty()) {
      throw new InvalidValue("value", "missing");
    }
    this.intakeId = intake.id();
    this.field = Words.required("field", field, LONGEST_FIELD);
    this.number = number;
    this.value = value;
    this.confirmedAt = confirmed.at();
    this.confirmedBy = confirmed.by();
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

  public String value() {
    return value;
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }

  public long confirmedBy() {
    return confirmedBy;
  }
}
