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

/** One step of a referral on its way to the recipient. Never changed. */
@Entity
@Table(name = "referral_delivery")
public class ReferralDelivery {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "referral_id")
  private Referral referral;

  @Column(name = "number")
  private int number;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  private DeliveryState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  private DeliveryState to;

  private String reason;
  private Instant at;
  private Long by;

  @Column(name = "submission_key")
  private UUID submissionKey;

  protected ReferralDelivery() {}

  ReferralDelivery(
      Referral referral, int number, DeliveryState to, String reason, ReferralStep step) {
    this.referral = referral;
    this.number = number;
    this.from = referral.delivery();
    this.to = to;
    this.reason = reason;
    this.at = step.by().at();
    this.by = step.by().actor();
    this.submissionKey = step.submissionKey();
  }

  public Referral referral() {
    return referral;
  }

  /** The state before, or null for the first. */
  public DeliveryState from() {
    return from;
  }

  public DeliveryState to() {
    return to;
  }

  /** Why it did not arrive; may be null otherwise. */
  public String reason() {
    return reason;
  }

  public Instant at() {
    return at;
  }

  /** Who recorded it; null when nobody acted. */
  public Long by() {
    return by;
  }
}
