package org.pacegate.domain.injury;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

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
    this.kmPerWeek = inRange("kmPerWeek", habits.kmPerWeek(), 500);
    this.sessionsPerWeek = inRange("sessionsPerWeek", habits.sessionsPerWeek(), 28);
    this.longestRunKm = inRange("longestRunKm", habits.longestRunKm(), 500);
    this.ascentMetresPerWeek = inRange("ascent", habits.ascentMetresPerWeek(), 30_000);
    this.descentMetresPerWeek = inRange("descent", habits.descentMetresPerWeek(), 30_000);
    this.surfaces = Words.optional("surfaces", habits.surfaces(), 500);
    this.shoes = Words.optional("shoes", habits.shoes(), 500);
    this.shoeKm = inRange("shoeKm", habits.shoeKm(), 20_000);
    this.crossTrainingPerWeek = inRange("crossTraining", habits.crossTrainingPerWeek(), 28);
    this.recordedAt = recorded.at();
    this.recordedBy = recorded.by();
  }

  private static BigDecimal inRange(String field, BigDecimal value, int most) {
    if (value != null && (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0)) {
      throw new InvalidValue(field, "range");
    }
    return value;
  }

  private static Integer inRange(String field, Integer value, int most) {
    if (value != null && (value < 0 || value > most)) {
      throw new InvalidValue(field, "range");
    }
    return value;
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
