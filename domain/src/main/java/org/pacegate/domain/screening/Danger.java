package org.pacegate.domain.screening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pacegate.domain.clinic.Role;

/**
 * A danger that nobody has dealt with, and who has to act on it now. It begins with the desk, which
 * takes it over; then a physician decides. Whoever lets the deadline pass keeps the right to act,
 * and the next one has to: desk, physician, administrator.
 *
 * @param takenOver whether a named person has taken it over, so that a decision is due
 * @param owner who has to act now
 * @param due until when
 */
public record Danger(Urgency urgency, boolean takenOver, Role owner, Instant due) {

  public Danger {
    Objects.requireNonNull(urgency, "urgency");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(due, "due");
  }

  /**
   * The escalations that are due by now, in order. Each deadline counts from the one before, not
   * from when somebody looked: a server that stood still has not stopped the clock.
   */
  public List<Escalation> missedBy(Instant now, DangerClock clock) {
    List<Escalation> missed = new ArrayList<>();
    Optional<Danger> each = Optional.of(this);
    while (each.filter(danger -> !danger.due.isAfter(now)).isPresent()) {
      Escalation escalation = each.get().escalation(clock);
      missed.add(escalation);
      each = escalation.next().map(next -> new Danger(urgency, takenOver, escalation.to(), next));
    }
    return missed;
  }

  private Escalation escalation(DangerClock clock) {
    if (takenOver) {
      return last(Escalation.Step.NOT_DECIDED);
    }
    if (owner == Role.PHYSICIAN) {
      return last(Escalation.Step.STILL_NOT_TAKEN_OVER);
    }
    return new Escalation(
        Escalation.Step.NOT_TAKEN_OVER, owner, Role.PHYSICIAN, due, clock.actBy(urgency, due));
  }

  private Escalation last(Escalation.Step step) {
    return new Escalation(step, owner, Role.ADMIN, due, Optional.empty());
  }
}
