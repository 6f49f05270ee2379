package org.pacegate.domain.diagnosis;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.screening.Screening;
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

  @Column(name = "policy_id")
  private Long policyId;

  private String refusals;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "asked_by")
  private long askedBy;

  /**
   * What was asked for. Known in the transaction of the answer only, as long as its proof is good.
   */
  @Transient private PlanIntent intent;

  @Transient private Set<Role> authorRoles = Set.of();

  protected GateDecision() {}

  GateDecision(GateFacts facts, PlanIntent intent, Set<GateRefusal> refusals, Attribution asked) {
    this.episodeId = facts.episode().id();
    this.diagnosisId = facts.diagnosis().map(Diagnosis::id).orElse(null);
    this.screeningId = facts.latestScreening().map(Screening::id).orElse(null);
    this.policyId = facts.diagnosis().map(Diagnosis::policyId).orElse(null);
    this.intent = intent;
    this.authorRoles = Set.copyOf(facts.authorRoles());
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
    expectOpen();
    return new GatePass(this);
  }

  /**
   * Refuses to go on through a shut gate.
   *
   * @throws DomainRefusal {@code gate.shut}
   */
  public void expectOpen() {
    if (!allowed) {
      throw new DomainRefusal("gate.shut", "episode " + episodeId + " " + refusals);
    }
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

  /** The screening it looked at, if there was one. */
  public Optional<Long> screeningId() {
    return Optional.ofNullable(screeningId);
  }

  /**
   * Version of the policy by which it judged the diagnosis' signer; empty for the shipped rule that
   * only a physician diagnoses (R6.21).
   */
  public Optional<Long> policyId() {
    return Optional.ofNullable(policyId);
  }

  public Instant askedAt() {
    return askedAt;
  }

  public long askedBy() {
    return askedBy;
  }

  PlanIntent intent() {
    return intent;
  }

  Set<Role> authorRoles() {
    return authorRoles;
  }
}
