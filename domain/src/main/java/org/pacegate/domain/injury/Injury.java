package org.pacegate.domain.injury;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/** What the runner complains of: site, side, words, when and how it began. Immutable. */
@Embeddable
public class Injury {

  @Enumerated(EnumType.STRING)
  @Column(name = "body_site")
  private BodySite bodySite;

  @Enumerated(EnumType.STRING)
  private Side side;

  private String complaint;

  @Column(name = "onset_date")
  private LocalDate onsetDate;

  @Enumerated(EnumType.STRING)
  @Column(name = "onset_kind")
  private OnsetKind onsetKind;

  /** Whether the onset was told; otherwise the day of the emergency stands in for it. */
  @Column(name = "onset_known")
  private boolean onsetKnown = true;

  protected Injury() {}

  /** What an emergency leaves time to tell; the day it is seen stands in for the onset. */
  public static Injury seenInEmergency(
      BodySite bodySite, Side side, String complaint, LocalDate day) {
    Injury injury = new Injury(bodySite, side, complaint, day, OnsetKind.UNKNOWN);
    injury.onsetKnown = false;
    return injury;
  }

  /**
   * @param complaint the runner's own words
   * @param onsetDate day it began, as well as the runner knows
   */
  public Injury(
      BodySite bodySite, Side side, String complaint, LocalDate onsetDate, OnsetKind onsetKind) {
    this.bodySite = Objects.requireNonNull(bodySite, "bodySite");
    this.side = Objects.requireNonNull(side, "side");
    this.complaint = Words.required("complaint", complaint, 10_000);
    this.onsetDate = Objects.requireNonNull(onsetDate, "onsetDate");
    this.onsetKind = Objects.requireNonNull(onsetKind, "onsetKind");
  }

  /** The same injury, in a course of care that begins again. */
  public Injury again() {
    Injury again = new Injury(bodySite, side, complaint, onsetDate, onsetKind);
    again.onsetKnown = onsetKnown;
    return again;
  }

  /**
   * Refuses an onset after {@code day} or before the runner's birth.
   *
   * @throws InvalidValue {@code onsetDate future} or {@code onsetDate beforeBirth}
   */
  public void expectPlausible(LocalDate day, LocalDate birthDate) {
    if (onsetDate.isAfter(day)) {
      throw new InvalidValue("onsetDate", "future");
    }
    if (onsetDate.isBefore(birthDate)) {
      throw new InvalidValue("onsetDate", "beforeBirth");
    }
  }

  public BodySite bodySite() {
    return bodySite;
  }

  public Side side() {
    return side;
  }

  public String complaint() {
    return complaint;
  }

  /** The day it began, if it was told. */
  public Optional<LocalDate> onset() {
    return onsetKnown ? Optional.of(onsetDate) : Optional.empty();
  }

  /** The day it began, or the day of the emergency. */
  public LocalDate onsetDate() {
    return onsetDate;
  }

  public OnsetKind onsetKind() {
    return onsetKind;
  }
}
