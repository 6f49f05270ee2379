package org.pacegate.domain.injury;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * One injury and its course of care. Opened by an intake, screened, diagnosed, treated by a plan
 * and ended by discharge, transfer or loss of contact. A dangerous answer locks it from anywhere;
 * only a professional's clearance or a transfer leads out. Every step is kept.
 */
@Entity
public class Episode extends ClinicRecord {

  @Column(name = "patient_id")
  private long patientId;

  @Embedded private Injury injury;

  @Enumerated(EnumType.STRING)
  private EpisodeState state;

  @Column(name = "state_since")
  private Instant stateSince;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "opened_by")
  private long openedBy;

  @OneToMany(mappedBy = "episode", cascade = CascadeType.PERSIST)
  private List<EpisodeTransition> transitions = new ArrayList<>();

  protected Episode() {}

  public Episode(long patientId, Injury injury, Attribution opened) {
    this.patientId = patientId;
    this.injury = injury;
    this.openedAt = opened.at();
    this.openedBy = opened.by();
    this.state = EpisodeState.INTAKE;
    this.stateSince = opened.at();
    transitions.add(
        new EpisodeTransition(this, null, EpisodeState.INTAKE, "episode.opened", opened));
  }

  /**
   * Steps to another state; stepping to the present one changes nothing.
   *
   * @param reason key of the web's words or a person's own words
   * @throws DomainRefusal {@code episode.noSuchStep} if the table of transitions has no such step
   */
  public void stepTo(EpisodeState next, String reason, Attribution step) {
    if (state == next) {
      return;
    }
    take(new EpisodeTransition(this, state, next, reason, step));
  }

  /**
   * Somebody else takes over, with a danger that stands.
   *
   * @param to who has taken the danger over, in somebody's own words
   */
  public void handOver(String reason, String to, Attribution step) {
    EpisodeTransition transfer =
        new EpisodeTransition(this, state, EpisodeState.TRANSFERRED, reason, step);
    transfer.handedOver(to);
    take(transfer);
  }

  private void take(EpisodeTransition step) {
    if (!state.leadsTo(step.to())) {
      throw new DomainRefusal(
          "episode.noSuchStep", "episode " + id() + " " + state + " to " + step.to());
    }
    transitions.add(step);
    state = step.to();
    stateSince = step.at();
  }

  /**
   * Refuses a course of care that has ended.
   *
   * @throws DomainRefusal {@code episode.over} after discharge, transfer or loss of contact
   */
  public void expectOpen() {
    if (state.isOver()) {
      throw new DomainRefusal("episode.over", "episode " + id() + " " + state);
    }
  }

  public boolean isLocked() {
    return state == EpisodeState.LOCKED_RED_FLAG;
  }

  public long patientId() {
    return patientId;
  }

  public Injury injury() {
    return injury;
  }

  public EpisodeState state() {
    return state;
  }

  public Instant stateSince() {
    return stateSince;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public long openedBy() {
    return openedBy;
  }

  public List<EpisodeTransition> transitions() {
    return List.copyOf(transitions);
  }
}
