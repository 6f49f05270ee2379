package org.pacegate.domain.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * Somebody who treats the runner doubts the diagnosis: a question with a reason, a physician who is
 * asked and a day by which they answer. It is open until a physician answers, who asked takes it
 * back, or the diagnosis no longer stands. The answer is signed and changes no diagnosis (R6.50).
 */
@Entity
@Table(name = "diagnosis_review")
public class DiagnosisReview extends ClinicRecord {

  /** The longest that an answer may be waited for; days [D]. */
  private static final int LONGEST_DAYS = 28;

  private static final int LONGEST_WORDS = 4_000;

  @Column(name = "diagnosis_id")
  private long diagnosisId;

  @Enumerated(EnumType.STRING)
  private ReviewKind kind;

  private String reason;

  @Column(name = "owner_id")
  private long ownerId;

  @Column(name = "due_on")
  private LocalDate dueOn;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "asked_by")
  private long askedBy;

  @Column(name = "submission_key")
  private UUID submissionKey;

  @Enumerated(EnumType.STRING)
  private ReviewOutcome outcome;

  private String answer;

  @Column(name = "answered_at")
  private Instant answeredAt;

  @Column(name = "answered_on")
  private LocalDate answeredOn;

  @Column(name = "answered_by")
  private Long answeredBy;

  @Column(name = "licence_id")
  private Long licenceId;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  @Column(name = "withdrawn_by")
  private Long withdrawnBy;

  protected DiagnosisReview() {}

  /**
   * Asks.
   *
   * @param owner the physician who is asked
   * @param due the day by which they answer, today at the earliest, 28 days ahead at most
   * @param key key of the form that it was sent with
   * @throws DomainRefusal {@code diagnosis.ended} about one that no longer stands
   * @throws InvalidValue {@code reason.missing}, {@code dueOn.missing}, {@code dueOn.bounds},
   *     {@code owner.signer} for a second opinion of who signed the diagnosis
   */
  public DiagnosisReview(
      Diagnosis diagnosis,
      ReviewKind kind,
      String reason,
      long owner,
      LocalDate due,
      UUID key,
      Attribution asked) {
    expectStanding(diagnosis);
    if (kind == ReviewKind.SECOND_OPINION && owner == diagnosis.recordedBy()) {
      throw new InvalidValue("owner", "signer");
    }
    if (due == null) {
      throw new InvalidValue("dueOn", "missing");
    }
    if (due.isBefore(asked.day()) || due.isAfter(asked.day().plusDays(LONGEST_DAYS))) {
      throw new InvalidValue("dueOn", "bounds");
    }
    this.diagnosisId = diagnosis.id();
    this.kind = kind;
    this.reason = Words.required("reason", reason, LONGEST_WORDS);
    this.ownerId = owner;
    this.dueOn = due;
    this.submissionKey = key;
    this.askedAt = asked.at();
    this.askedBy = asked.by();
  }

  private static void expectStanding(Diagnosis diagnosis) {
    if (!diagnosis.isActive()) {
      throw new DomainRefusal("diagnosis.ended", "diagnosis " + diagnosis.id());
    }
  }

  /**
   * A physician answers, the one who was asked or another: nobody waits for somebody on holiday.
   *
   * @param diagnosis the one that it is about
   * @throws DomainRefusal {@code review.closed}, {@code diagnosis.ended}, {@code
   *     diagnosis.noAuthority} without a physician's licence of the caller's, valid today, whatever
   *     the policy admits, {@code review.own} for a second opinion on one's own diagnosis
   * @throws InvalidValue {@code outcome.missing}, {@code answer.missing}
   */
  public void answer(
      Diagnosis diagnosis,
      ReviewOutcome outcome,
      String words,
      Licence licence,
      DiagnosisPolicy policy,
      Attribution answered) {
    expectOpen();
    expectStanding(diagnosis);
    if (!policy.authorisesPhysician(licence, answered.by(), answered.day())) {
      throw new DomainRefusal("diagnosis.noAuthority", "practitioner " + answered.by());
    }
    if (kind == ReviewKind.SECOND_OPINION && answered.by() == diagnosis.recordedBy()) {
      throw new DomainRefusal("review.own", "review " + id());
    }
    if (outcome == null) {
      throw new InvalidValue("outcome", "missing");
    }
    this.answer = Words.required("answer", words, LONGEST_WORDS);
    this.outcome = outcome;
    this.answeredAt = answered.at();
    this.answeredOn = answered.day();
    this.answeredBy = answered.by();
    this.licenceId = licence.id();
  }

  /**
   * Who asked takes it back.
   *
   * @throws DomainRefusal {@code review.closed}, {@code review.notYours}
   */
  public void withdraw(Attribution withdrawn) {
    expectOpen();
    if (withdrawn.by() != askedBy) {
      throw new DomainRefusal("review.notYours", "review " + id());
    }
    withdrawnAt = withdrawn.at();
    withdrawnBy = withdrawn.by();
  }

  private void expectOpen() {
    if (answeredAt != null || withdrawnAt != null) {
      throw new DomainRefusal("review.closed", "review " + id());
    }
  }

  /** Whether a form that was sent again asks for just this. */
  public boolean asks(long diagnosis, ReviewKind as, long owner, LocalDate due) {
    return diagnosisId == diagnosis && kind == as && ownerId == owner && dueOn.equals(due);
  }

  public long diagnosisId() {
    return diagnosisId;
  }

  public ReviewKind kind() {
    return kind;
  }

  public String reason() {
    return reason;
  }

  public long ownerId() {
    return ownerId;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  /** What came of it, or null while nobody answered. */
  public ReviewOutcome outcome() {
    return outcome;
  }

  /** The physician's reasons, or null while nobody answered. */
  public String answer() {
    return answer;
  }
}
