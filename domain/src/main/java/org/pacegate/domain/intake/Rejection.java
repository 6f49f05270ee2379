package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.Words;

/** Why staff took nothing of what a runner sent into a record. Immutable. */
@Embeddable
public class Rejection {

  private static final int LONGEST_REASON = 4_000;

  @Column(name = "reject_reason")
  private String reason;

  @Column(name = "rejected_at")
  private Instant at;

  @Column(name = "rejected_by")
  private Long by;

  protected Rejection() {}

  Rejection(String reason, Attribution rejected) {
    this.reason = Words.required("reason", reason, LONGEST_REASON);
    this.at = rejected.at();
    this.by = rejected.by();
  }

  public String reason() {
    return reason;
  }

  public Instant at() {
    return at;
  }

  /** Id of the practitioner. */
  public long by() {
    return by;
  }
}
