package org.pacegate.domain.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * What the gate answered, kept whatever it was. An allowing decision gives the proof a plan needs.
 */
@Entity
@Table(name = "gate_decision")
public class GateDecision {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @Column(name = "episode_id")
  private long episodeId;

  private boolean allowed;

  @Column(name = "diagnosis_id")
  private Long diagnosisId;

  @Column(name = "screening_id")
  private Long screeningId;

  private String refusals;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "asked_by")
  private long askedBy;

  protected GateDecision() {}

  GateDecision(
      long episodeId,
      Long diagnosisId,
      Long screeningId,
      Set<GateRefusal> refusals,
      Attribution asked) {
    this.episodeId = episodeId;
    this.diagnosisId = diagnosisId;
    this.screeningId = screeningId;
    this.refusals = refusals.stream().map(Enum::name).collect(Collectors.joining(","));
    this.allowed = refusals.isEmpty();
    this.askedAt = asked.at();
    this.askedBy = asked.by();
  }

  public boolean isAllowed() {
    return allowed;
  }

  /** Every failing condition, in the order of the conditions; empty when allowed. */
  public Set<GateRefusal> refusals() {
    return refusals.isEmpty()
        ? Set.of()
        : Arrays.stream(refusals.split(","))
            .map(GateRefusal::valueOf)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(GateRefusal.class)));
  }

  /**
   * The proof that the gate is open.
   *
   * @throws DomainRefusal {@code gate.shut} when it is not
   */
  public GatePass pass() {
    if (!allowed) {
      throw new DomainRefusal("gate.shut", "episode " + episodeId + " " + refusals);
    }
    return new GatePass(this);
  }

  /** The id, or null until the decision is persisted. */
  public Long id() {
    return id;
  }

  public long episodeId() {
    return episodeId;
  }

  /** The diagnosis it looked at, if there was one. */
  public Optional<Long> diagnosisId() {
    return Optional.ofNullable(diagnosisId);
  }

  public Instant askedAt() {
    return askedAt;
  }
}
