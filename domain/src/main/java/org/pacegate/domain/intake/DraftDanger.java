package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;

/**
 * What the answers of a draft mean so far. From U1 on the draft is somebody's work: the clock runs
 * from the first dangerous answer, and a worse one can only shorten it (R4.17). An answer that is
 * taken back stops no clock: the worst that was found stands, and the draft says who took it back
 * and when (R1.94). Immutable.
 */
@Embeddable
public class DraftDanger {

  /** The most urgent finding so far. */
  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  @Column(name = "danger_since")
  private Instant since;

  @Column(name = "act_by")
  private Instant actBy;

  /** The clinic's version of the deadlines that the clock runs by; null without one. */
  @Column(name = "deadlines_id")
  private Long deadlines;

  @Column(name = "taken_back_at")
  private Instant takenBackAt;

  @Column(name = "taken_back_by")
  private Long takenBackBy;

  protected DraftDanger() {}

  /** Nothing was answered that means anything. */
  static DraftDanger none() {
    return new DraftDanger();
  }

  /** What it becomes by what the rules say now. */
  DraftDanger found(Optional<Urgency> worst, DangerClock clock, Attribution noted) {
    boolean dangerousNow = worst.filter(u -> u.isAtLeast(Urgency.U1_SAME_DAY)).isPresent();
    if (dangerousNow) {
      return with(worst.orElseThrow(), clock, noted.at());
    }
    return isDangerous() ? takenBack(noted) : harmless(worst);
  }

  private DraftDanger with(Urgency worst, DangerClock clock, Instant at) {
    DraftDanger next = new DraftDanger();
    next.urgency = isDangerous() ? Urgency.highest(List.of(urgency, worst)).orElseThrow() : worst;
    next.since = since == null ? at : since;
    Instant due = clock.actBy(worst, at).orElseThrow();
    boolean sooner = actBy == null || due.isBefore(actBy);
    next.actBy = sooner ? due : actBy;
    next.deadlines = sooner ? clock.version().orElse(null) : deadlines;
    return next;
  }

  private DraftDanger takenBack(Attribution noted) {
    if (isTakenBack()) {
      return this;
    }
    DraftDanger next = new DraftDanger();
    next.urgency = urgency;
    next.since = since;
    next.actBy = actBy;
    next.deadlines = deadlines;
    next.takenBackAt = noted.at();
    next.takenBackBy = noted.actor();
    return next;
  }

  private static DraftDanger harmless(Optional<Urgency> worst) {
    DraftDanger next = new DraftDanger();
    next.urgency = worst.orElse(null);
    return next;
  }

  boolean isDangerous() {
    return urgency != null && urgency.isAtLeast(Urgency.U1_SAME_DAY);
  }

  boolean isTakenBack() {
    return takenBackAt != null;
  }

  Optional<Urgency> urgency() {
    return Optional.ofNullable(urgency);
  }

  Optional<Instant> since() {
    return Optional.ofNullable(since);
  }

  Optional<Instant> actBy() {
    return Optional.ofNullable(actBy);
  }

  Optional<Instant> takenBackAt() {
    return Optional.ofNullable(takenBackAt);
  }
}
