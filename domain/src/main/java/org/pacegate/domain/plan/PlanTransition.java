package org.pacegate.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.pacegate.domain.shared.Attribution;

/** One step of a plan from state to state, with who, when and why. Never changed. */
@Entity
@Table(name = "plan_transition")
public class PlanTransition {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "plan_id")
  private CarePlan plan;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  private PlanState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  private PlanState to;

  private String reason;
  private Instant at;
  private Long by;

  protected PlanTransition() {}

  PlanTransition(CarePlan plan, PlanState from, PlanState to, String reason, Attribution step) {
    this.plan = plan;
    this.from = from;
    this.to = to;
    this.reason = reason;
    this.at = step.at();
    this.by = step.actor();
  }

  public CarePlan plan() {
    return plan;
  }

  public PlanState from() {
    return from;
  }

  public PlanState to() {
    return to;
  }

  /** Why: key of the web's words, or a person's own. */
  public String reason() {
    return reason;
  }

  public Instant at() {
    return at;
  }

  /** Who took the step; null when a runner's own answer made the system take it. */
  public Long by() {
    return by;
  }
}
