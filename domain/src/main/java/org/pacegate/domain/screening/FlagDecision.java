package org.pacegate.domain.screening;

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
import java.time.LocalDate;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.Words;

/**
 * What somebody made of a flag, and under which licence. Never changed: the next decision is
 * another row, so that "a physician said this danger is real" stays on record after somebody else
 * cleared it.
 */
@Entity
@Table(name = "flag_decision")
public class FlagDecision {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "flag_id")
  private ScreeningFlag flag;

  /** Place in the chain of one flag, from 1. */
  private int number;

  @Enumerated(EnumType.STRING)
  private FlagState state;

  @Column(name = "decided_at")
  private Instant decidedAt;

  /** The clinic's calendar day of it, which the licence is checked on. */
  @Column(name = "decided_on")
  private LocalDate decidedOn;

  @Column(name = "decided_by")
  private long decidedBy;

  @Column(name = "licence_id")
  private long licenceId;

  private String reason;

  protected FlagDecision() {}

  FlagDecision(
      ScreeningFlag flag,
      int number,
      FlagState state,
      String reason,
      long licenceId,
      Attribution decided) {
    this.flag = flag;
    this.number = number;
    this.state = state;
    this.reason = Words.required("reason", reason, 4_000);
    this.licenceId = licenceId;
    this.decidedAt = decided.at();
    this.decidedOn = decided.day();
    this.decidedBy = decided.by();
  }

  public ScreeningFlag flag() {
    return flag;
  }

  public int number() {
    return number;
  }

  /** The state the flag took by it; {@code OPEN} when an earlier decision fell. */
  public FlagState state() {
    return state;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public LocalDate decidedOn() {
    return decidedOn;
  }

  public long decidedBy() {
    return decidedBy;
  }

  /** The licence it was made under; of a reopening, the licence that turned out to have lapsed. */
  public long licenceId() {
    return licenceId;
  }

  /** Why: key of the web's words, or a person's own. */
  public String reason() {
    return reason;
  }
}
