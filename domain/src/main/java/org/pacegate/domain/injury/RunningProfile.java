package org.pacegate.domain.injury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;

/**
 * How somebody runs, as told at one intake. Shown beside the diagnosis; never summed into a score
 * (docs/clinical-basis.md 0.2).
 */
@Entity
@Table(name = "running_profile")
public class RunningProfile extends ClinicRecord {

  @Column(name = "episode_id")
  private long episodeId;

  @Column(name = "intake_id")
  private long intakeId;

  @Column(name = "km_per_week")
  private BigDecimal kmPerWeek;

  @Column(name = "sessions_per_week")
  private Integer sessionsPerWeek;

  @Column(name = "longest_run_km")
  private BigDecimal longestRunKm;

  @Column(name = "ascent_m_per_week")
  private Integer ascentMetresPerWeek;

  @Column(name = "descent_m_per_week")
  private Integer descentMetresPerWeek;

  private String surfaces;
  private String shoes;

  @Column(name = "shoe_km")
  private Integer shoeKm;

  @Column(name = "cross_training_per_week")
  private Integer crossTrainingPerWeek;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Column(name = "recorded_by")
  private long recordedBy;

  protected RunningProfile() {}

  public RunningProfile(long episodeId, long intakeId, RunningHabits habits, Attribution recorded) {
    this.episodeId = episodeId;
    this.intakeId = intakeId;
    this.kmPerWeek = habits.kmPerWeek();
    this.sessionsPerWeek = habits.sessionsPerWeek();
    this.longestRunKm = habits.longestRunKm();
    this.ascentMetresPerWeek = habits.ascentMetresPerWeek();
    this.descentMetresPerWeek = habits.descentMetresPerWeek();
    this.surfaces = habits.surfaces();
    this.shoes = habits.shoes();
    this.shoeKm = habits.shoeKm();
    this.crossTrainingPerWeek = habits.crossTrainingPerWeek();
    this.recordedAt = recorded.at();
    this.recordedBy = recorded.by();
  }

  public long episodeId() {
    return episodeId;
  }

  public long intakeId() {
    return intakeId;
  }

  public RunningHabits habits() {
    return new RunningHabits(
        kmPerWeek,
        sessionsPerWeek,
        longestRunKm,
        ascentMetresPerWeek,
        descentMetresPerWeek,
        surfaces,
        shoes,
        shoeKm,
        crossTrainingPerWeek);
  }
}
