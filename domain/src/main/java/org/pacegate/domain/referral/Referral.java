package org.pacegate.domain.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningFlag;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/**
 * A request to somebody outside to see the runner. Drafted by a fired rule, sent by the clinic, and
 * closed by its outcome or by the professional who cleared the flag behind it. While one at U0 or
 * U1 is open, the gate stays shut.
 */
@Entity
public class Referral extends ClinicRecord {

  @Column(name = "episode_id")
  private long episodeId;

  @Column(name = "screening_id")
  private Long screeningId;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private String target;
  private String reason;

  @Enumerated(EnumType.STRING)
  private ReferralState state;

  @Column(name = "due_at")
  private Instant dueAt;

  @Column(name = "requested_at")
  private Instant requestedAt;

  @Column(name = "requested_by")
  private long requestedBy;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "closed_by")
  private Long closedBy;

  private String outcome;

  protected Referral() {}

  /**
   * @param screeningId the screening whose rule asks for it, or null
   * @param target code of who is asked, for example {@code ED_SPINAL}
   * @param dueAt until when the runner must have been seen, or null
   */
  public Referral(
      long episodeId,
      Long screeningId,
      Urgency urgency,
      String target,
      String reason,
      Instant dueAt,
      Attribution requested) {
    this.episodeId = episodeId;
    this.screeningId = screeningId;
    this.urgency = Objects.requireNonNull(urgency, "urgency");
    this.target = Words.required("target", target, 100);
    this.reason = Words.required("reason", reason, 4_000);
    this.state = ReferralState.DRAFT;
    this.dueAt = dueAt;
    this.requestedAt = requested.at();
    this.requestedBy = requested.by();
  }

  /** Drafts what the most urgent fired rule of a screening asks for (R5.1). */
  public static Referral askedForBy(Screening screening, FiredRule fired, Attribution requested) {
    return new Referral(
        screening.episodeId(),
        screening.id(),
        fired.urgency(),
        fired.target().name(),
        "rule." + fired.ruleId(),
        screening.flag(fired.ruleId()).flatMap(ScreeningFlag::seenBy).orElse(null),
        requested);
  }

  /** Drafts again what a flag asked for whose clearance fell; the time to be seen begins anew. */
  public static Referral askedAgainBy(ScreeningFlag flag, Attribution requested) {
    return new Referral(
        flag.screening().episodeId(),
        flag.screening().id(),
        flag.urgency(),
        flag.target(),
        "rule." + flag.ruleId(),
        flag.seenBy()
            .map(by -> requested.at().plus(Duration.between(flag.screening().performedAt(), by)))
            .orElse(null),
        requested);
  }

  /** The request has left the clinic. */
  public void send() {
    expect(state == ReferralState.DRAFT);
    state = ReferralState.SENT;
  }

  /** The answer is here. */
  public void complete(String outcome, Attribution closed) {
    close(ReferralState.COMPLETED, outcome, closed);
  }

  /** No longer needed. */
  public void cancel(String reason, Attribution closed) {
    close(ReferralState.CANCELLED, reason, closed);
  }

  private void close(ReferralState end, String words, Attribution closed) {
    expect(state.isOpen());
    outcome = Words.required("outcome", words, 4_000);
    state = end;
    closedAt = closed.at();
    closedBy = closed.by();
  }

  private void expect(boolean allowed) {
    if (!allowed) {
      throw new DomainRefusal("referral.closed", "referral " + id() + " " + state);
    }
  }

  /** Whether it is open and keeps the gate shut (U0 or U1). */
  public boolean keepsGateShut() {
    return state.isOpen() && urgency.isAtLeast(Urgency.U1_SAME_DAY);
  }

  public boolean isOpen() {
    return state.isOpen();
  }

  public long episodeId() {
    return episodeId;
  }

  /** The screening whose rule asked for it, or null. */
  public Long screeningId() {
    return screeningId;
  }

  public Urgency urgency() {
    return urgency;
  }

  public ReferralState state() {
    return state;
  }

  public String target() {
    return target;
  }

  /** Why somebody outside is asked: key of the web's words, or a person's own. */
  public String reason() {
    return reason;
  }

  /** What came of it, or null while it is open. */
  public String outcome() {
    return outcome;
  }

  /** Until when the runner must have been seen, or null. */
  public Instant dueAt() {
    return dueAt;
  }
}
