package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** A runner sent the answers: when, and at which door. Immutable. */
@Embeddable
public class Receipt {

  @Column(name = "received_at")
  private Instant at;

  @Enumerated(EnumType.STRING)
  @Column(name = "received_door")
  private Door door;

  @Column(name = "received_key")
  private UUID key;

  protected Receipt() {}

  Receipt(Instant at, Door door, UUID key) {
    this.at = at;
    this.door = door;
    this.key = key;
  }

  public Instant at() {
    return at;
  }

  public Door door() {
    return door;
  }
}
