package org.pacegate.domain.referral;

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
import java.util.UUID;
import org.pacegate.domain.shared.Attribution;

/** One step of a referral from state to state, with who, when and why. Never changed. */
@Entity
@Table(name = "referral_transition")
public class ReferralTransition {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "referral_id")
  private Referral referral;

  /** Place in the chain of one referral: two steps at once do not both pass. */
  @Column(name = "number")
  private int number;

  @Enumerated(EnumType.STRING)
  private ReferralAction action;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  private ReferralState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  private ReferralState to;

  private String reason;
  private Instant at;
  private Long by;

  @Column(name = "submission_key")
  private UUID submissionKey;

  protected ReferralTransition() {}

  ReferralTransition(
      Referral referral,
      int number,
      ReferralAction action,
      ReferralState to,
      String reason,
      Attribution step,
      UUID submissionKey) {
    this.referral = referral;
    this.number = number;
    this.action = action;
    this.from = referral.state();
    this.to = to;
    this.reason = reason;
    this.at = step.at();
    this.by = step.actor();
    this.submissionKey = submissionKey;
  }

  public Referral referral() {
    return referral;
  }

  public ReferralAction action() {
    return action;
  }

  /** The state before, or null for the first. */
  public ReferralState from() {
    return from;
  }

  public ReferralState to() {
    return to;
  }

  /** Why: key of the web's words, or a person's own; null where none is needed. */
  public String reason() {
    return reason;
  }

  public Instant at() {
    return at;
  }

  /** Who took the step; null when its time ran out. */
  public Long by() {
    return by;
  }
}
