package org.pacegate.domain.injury;

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
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.Words;

/** One step of an episode from state to state, with who, when and why. Never changed. */
@Entity
@Table(name = "episode_transition")
public class EpisodeTransition {

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "record")
  private Long id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "episode_id")
  private Episode episode;

  @Enumerated(EnumType.STRING)
  @Column(name = "from_state")
  private EpisodeState from;

  @Enumerated(EnumType.STRING)
  @Column(name = "to_state")
  private EpisodeState to;

  private String reason;

  /** To whom a standing danger was handed over, or null. */
  @Column(name = "hand_over")
  private String handOver;

  private Instant at;
  private Long by;

  protected EpisodeTransition() {}

  EpisodeTransition(
      Episode episode, EpisodeState from, EpisodeState to, String reason, Attribution step) {
    this.episode = episode;
    this.from = from;
    this.to = to;
    this.reason = Words.required("reason", reason, 4_000);
    this.at = step.at();
    this.by = step.actor();
  }

  /** Says to whom what still stands was handed over. */
  void handedOver(String to) {
    handOver = Words.required("handOver", to, 4_000);
  }

  public Episode episode() {
    return episode;
  }

  /** Who took the step, or whose work made the system take it; null for a runner's answer. */
  public Long by() {
    return by;
  }

  public EpisodeState from() {
    return from;
  }

  public EpisodeState to() {
    return to;
  }

  /** To whom a standing danger was handed over, or null. */
  public String handOver() {
    return handOver;
  }

  public String reason() {
    return reason;
  }

  public Instant at() {
    return at;
  }
}
