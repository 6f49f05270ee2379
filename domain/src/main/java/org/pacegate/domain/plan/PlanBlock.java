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

/** One part of a recorded plan. Never changed: another content is another plan. */
@Entity
@Table(name = "plan_block")
public class PlanBlock {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "plan_id")
  private CarePlan plan;

  @Enumerated(EnumType.STRING)
  private BlockKind kind;

  @Column(name = "load_percent")
  private Integer loadPercent;

  @Column(name = "sessions_per_week")
  private Integer sessionsPerWeek;

  @Column(name = "pain_ceiling")
  private Integer painCeiling;

  private String instructions;

  protected PlanBlock() {}

  PlanBlock(CarePlan plan, BlockContent content) {
    this.plan = plan;
    this.kind = content.kind();
    this.loadPercent = content.loadPercent();
    this.sessionsPerWeek = content.sessionsPerWeek();
    this.painCeiling = content.painCeiling();
    this.instructions = content.instructions();
  }

  public CarePlan plan() {
    return plan;
  }

  BlockContent content() {
    return new BlockContent(kind, loadPercent, sessionsPerWeek, painCeiling, instructions);
  }
}
