package org.pacegate.domain.plan;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.diagnosis.GatePass;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/**
 * A treatment plan. It can only be made from the gate's proof, is active from then on, may be held
 * by a clinician, is suspended at once when what it rests on falls, goes on only with a new proof,
 * and ends completed or revoked.
 */
@Entity
@Table(name = "care_plan")
public class CarePlan extends ClinicRecord {

  @Column(name = "episode_id")
  private long episodeId;

  @Column(name = "diagnosis_id")
  private long diagnosisId;

  @Column(name = "gate_decision_id")
  private long gateDecisionId;

  @Enumerated(EnumType.STRING)
  private PlanState state;

  @Column(name = "state_since")
  private Instant stateSince;

  @Column(name = "state_reason")
  private String stateReason;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Enumerated(EnumType.STRING)
  private Rest rest;

  @Enumerated(EnumType.STRING)
  private HillRestriction hills;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "author_id")
  private long authorId;

  @Column(name = "submission_key")
  private UUID submissionKey;

  @OneToMany(mappedBy = "plan", cascade = CascadeType.PERSIST)
  private List<PlanBlock> blocks = new ArrayList<>();

  @OneToMany(mappedBy = "plan", cascade = CascadeType.PERSIST)
  @OrderBy("at, id")
  private List<PlanTransition> transitions = new ArrayList<>();

  protected CarePlan() {}

  /**
   * Starts a plan.
   *
   * @param pass the gate's proof of the same transaction, asked for this content
   * @param submissionKey key of the form, so that a second click starts nothing twice
   */
  CarePlan(GatePass pass, PlanContent content, UUID submissionKey, Attribution author) {
    pass.expectGoodFor(content.intent(), author);
    content.expectSoonAfter(author.day());
    this.episodeId = pass.episodeId();
    this.diagnosisId = pass.diagnosisId();
    this.gateDecisionId = pass.decisionId();
    this.state = PlanState.ACTIVE;
    this.stateSince = author.at();
    this.startsOn = content.startsOn();
    this.rest = content.rest();
    this.hills = content.hills();
    this.createdAt = author.at();
    this.authorId = author.by();
    this.submissionKey = submissionKey;
    content.blocks().forEach(block -> blocks.add(new PlanBlock(this, block)));
  }

  /** A clinician pauses it. */
  void hold(String reason, Attribution held) {
    expect(state == PlanState.ACTIVE, "plan.notActive");
    stepTo(PlanState.ON_HOLD, reason, held);
  }

  /** What it rested on no longer holds. */
  void suspend(String reason, Attribution suspended) {
    expect(state.isOpen(), "plan.over");
    stepTo(PlanState.SUSPENDED, reason, suspended);
  }

  /** It goes on, on the same diagnosis, by a new proof. */
  void resume(GatePass pass, Attribution resumed) {
    pass.expectGoodFor(content().intent(), resumed);
    expect(state == PlanState.ON_HOLD || state == PlanState.SUSPENDED, "plan.notPaused");
    expect(pass.episodeId() == episodeId, "plan.otherEpisode");
    expect(pass.diagnosisId() == diagnosisId, "plan.diagnosisReplaced");
    gateDecisionId = pass.decisionId();
    stepTo(PlanState.ACTIVE, "plan.resumed", resumed);
  }

  /** The runner is discharged. */
  void complete(String reason, Attribution completed) {
    expect(state.isOpen(), "plan.over");
    stepTo(PlanState.COMPLETED, reason, completed);
  }

  /** It is replaced or withdrawn. */
  void revoke(String reason, Attribution revoked) {
    expect(state.isOpen(), "plan.over");
    stepTo(PlanState.REVOKED, reason, revoked);
  }

  private void stepTo(PlanState next, String reason, Attribution step) {
    stateReason = Words.required("reason", reason, 4_000);
    transitions.add(new PlanTransition(this, state, next, stateReason, step));
    state = next;
    stateSince = step.at();
  }

  private void expect(boolean holds, String otherwise) {
    if (!holds) {
      throw new DomainRefusal(otherwise, "plan " + id() + " " + state);
    }
  }

  public long episodeId() {
    return episodeId;
  }

  /** The diagnosis it rests on. */
  public long diagnosisId() {
    return diagnosisId;
  }

  /** The decision of the gate that let it start, or go on last. */
  public long gateDecisionId() {
    return gateDecisionId;
  }

  public PlanState state() {
    return state;
  }

  public Instant stateSince() {
    return stateSince;
  }

  /** Why it is in its state, or null while it never left the first. */
  public String stateReason() {
    return stateReason;
  }

  /** Every step since it started, with its reason. */
  public List<PlanTransition> transitions() {
    return List.copyOf(transitions);
  }

  /** Whether a form that was sent again asks for what this plan was started with. */
  public boolean records(long episode, PlanContent asked) {
    PlanContent own = content();
    return episodeId == episode
        && own.startsOn().equals(asked.startsOn())
        && own.rest() == asked.rest()
        && own.hills() == asked.hills()
        && Set.copyOf(own.blocks()).equals(Set.copyOf(asked.blocks()));
  }

  public long authorId() {
    return authorId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public UUID submissionKey() {
    return submissionKey;
  }

  public PlanContent content() {
    return new PlanContent(startsOn, rest, hills, blocks.stream().map(PlanBlock::content).toList());
  }
}
