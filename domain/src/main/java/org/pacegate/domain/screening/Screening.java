package org.pacegate.domain.screening;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;

/**
 * One screening of one episode: what the rules said about the answers of that day. It counts for a
 * limited time. A named person acknowledges it, a licensed professional clears or confirms each
 * flag, a decision falls with the licence it was made under, and nothing in it is ever changed
 * besides.
 */
@Entity
public class Screening extends ClinicRecord {

  @Column(name = "episode_id")
  private long episodeId;

  @Column(name = "intake_id")
  private Long intakeId;

  @Column(name = "rule_set")
  private String ruleSet;

  @Column(name = "rule_set_version")
  private int ruleSetVersion;

  /** The clinic's version of the thresholds; null as shipped. */
  @Column(name = "threshold_version_id")
  private Long thresholds;

  /** The clinic's version of the deadlines that its flags were raised with; null without one. */
  @Column(name = "deadlines_id")
  private Long deadlines;

  @Enumerated(EnumType.STRING)
  private ScreeningStatus status;

  @Enumerated(EnumType.STRING)
  @Column(name = "max_urgency")
  private Urgency maxUrgency;

  @Column(name = "performed_at")
  private Instant performedAt;

  /** The clinic's calendar day of it. */
  @Column(name = "performed_on")
  private LocalDate performedOn;

  @Column(name = "performed_by")
  private long performedBy;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  @Column(name = "act_by")
  private Instant actBy;

  @Column(name = "acknowledged_at")
  private Instant acknowledgedAt;

  @Column(name = "acknowledged_by")
  private Long acknowledgedBy;

  /** Key of the form that an examination was sent with; null for a screening by an intake. */
  @Column(name = "submission_key")
  private UUID submissionKey;

  /** Link ids that had no answer, separated by commas; null when nothing was missing. */
  private String missing;

  @OneToMany(mappedBy = "screening", cascade = CascadeType.PERSIST)
  private List<ScreeningFlag> flags = new ArrayList<>();

  protected Screening() {}

  /**
   * Keeps what the rules said.
   *
   * @param intakeId the intake whose answers were screened, or null
   * @param validDays days the result counts, the first included in none: 14 means until the same
   *     weekday in two weeks
   * @param clock the clinic's time limits, which hold for its flags from now on
   */
  public Screening(
      long episodeId,
      Long intakeId,
      Evaluation evaluation,
      int validDays,
      DangerClock clock,
      Attribution performed) {
    this.episodeId = episodeId;
    this.intakeId = intakeId;
    this.ruleSet = evaluation.ruleSetId();
    this.ruleSetVersion = evaluation.ruleSetVersion();
    this.thresholds = evaluation.thresholds().orElse(null);
    this.deadlines = clock.version().orElse(null);
    this.status = evaluation.status();
    this.maxUrgency = evaluation.maxUrgency().orElse(null);
    this.performedAt = performed.at();
    this.performedOn = performed.day();
    this.performedBy = performed.by();
    this.validUntil = performed.day().plusDays(validDays);
    this.actBy = evaluation.maxUrgency().flatMap(u -> clock.actBy(u, performed.at())).orElse(null);
    this.missing = evaluation.isComplete() ? null : openInputs(evaluation);
    evaluation.fired().forEach(fired -> flags.add(new ScreeningFlag(this, fired, clock)));
  }

  /**
   * What a clinician's examination found. It asks other questions than a screening does, so it
   * never says that the runner was screened: it counts no longer than the screening before it, and
   * what that one lacked is missing still (R1.105).
   *
   * @param before the screening that counted until now
   * @param onset the day that the complaint began; a screening of before it counts no more
   * @param key key of the form that it was sent with
   */
  public static Screening examined(
      Screening before,
      LocalDate onset,
      Evaluation found,
      DangerClock clock,
      UUID key,
      Attribution by) {
    Screening examined =
        new Screening(before.episodeId, null, found.stillLacking(before.lacking()), 0, clock, by);
    examined.validUntil =
        before.performedOn.isBefore(onset) ? before.performedOn : before.validUntil;
    examined.submissionKey = key;
    return examined;
  }

  private List<String> lacking() {
    return missing == null ? List.of() : List.of(missing.split(",", -1));
  }

  /** Whether a form asks for just this examination: its key came with the same answers before. */
  public boolean records(long episode, Evaluation found) {
    Map<String, String> then = new TreeMap<>();
    flags.forEach(flag -> then.put(flag.ruleId(), flag.inputs()));
    Map<String, String> now = new TreeMap<>();
    found.fired().forEach(fired -> now.put(fired.ruleId(), ScreeningFlag.inputs(fired)));
    return episodeId == episode && then.equals(now);
  }

  private static String openInputs(Evaluation evaluation) {
    return String.join(
        ",",
        evaluation.missing().isEmpty() ? evaluation.indeterminateRules() : evaluation.missing());
  }

  /**
   * Somebody takes the result over: from now on a named person knows.
   *
   * @throws DomainRefusal {@code screening.acknowledged} if somebody did before
   */
  public void acknowledge(Attribution acknowledged) {
    if (acknowledgedAt != null) {
      throw new DomainRefusal("screening.acknowledged", "screening " + id());
    }
    acknowledgedAt = acknowledged.at();
    acknowledgedBy = acknowledged.by();
  }

  /**
   * A professional clears or confirms one flag, with a reason; whoever decides on a result that
   * nobody took over has taken it over (R1.93).
   *
   * @throws DomainRefusal {@code flag.noAuthority} without a physician's licence of the signer,
   *     valid that day; {@code flag.unknown} for a rule that did not fire; {@code flag.decided} for
   *     a flag that was cleared before
   */
  public void decide(
      String ruleId,
      FlagState decision,
      String reason,
      Licence licence,
      DiagnosisPolicy policy,
      Attribution decided) {
    if (!policy.authorisesPhysician(licence, decided.by(), decided.day())) {
      throw new DomainRefusal("flag.noAuthority", "practitioner " + decided.by());
    }
    flag(ruleId)
        .orElseThrow(() -> new DomainRefusal("flag.unknown", "screening " + id() + " " + ruleId))
        .decide(decision, reason, licence.id(), decided);
    if (!isAcknowledged()) {
      acknowledge(decided);
    }
    if (status == ScreeningStatus.POSITIVE_OPEN && !hasStandingFlag()) {
      status = missing == null ? ScreeningStatus.POSITIVE_CLEARED : ScreeningStatus.INCOMPLETE;
    }
  }

  /**
   * A licence turned out to have lapsed: what was decided under it since is undecided again.
   *
   * @return whether a flag stands again that was cleared before
   */
  public boolean reopen(Licence lapsed, Attribution found) {
    // Each of them, whatever the others say.
    long again = flags.stream().filter(flag -> flag.reopen(lapsed, found)).count();
    if (again > 0) {
      status = ScreeningStatus.POSITIVE_OPEN;
    }
    return again > 0;
  }

  /** The flag of a rule, if it fired. */
  public Optional<ScreeningFlag> flag(String ruleId) {
    return flags.stream().filter(flag -> flag.ruleId().equals(ruleId)).findFirst();
  }

  /** Whether a flag of U0 to U2 stands that nobody has cleared. */
  public boolean hasStandingFlag() {
    return flags.stream().anyMatch(ScreeningFlag::standsAgainstTreatment);
  }

  /** The most urgent flag of U0 to U2 that nobody has cleared, if any. */
  public Optional<ScreeningFlag> worstStandingFlag() {
    return flags.stream()
        .filter(ScreeningFlag::standsAgainstTreatment)
        .min(Comparator.comparing(ScreeningFlag::urgency).thenComparing(ScreeningFlag::ruleId));
  }

  /** Whether a flag of U0 or U1 still stands: the episode is locked. */
  public boolean locksEpisode() {
    return flags.stream()
        .anyMatch(
            flag -> flag.standsAgainstTreatment() && flag.urgency().isAtLeast(Urgency.U1_SAME_DAY));
  }

  public long episodeId() {
    return episodeId;
  }

  public ScreeningStatus status() {
    return status;
  }

  public Optional<Urgency> maxUrgency() {
    return Optional.ofNullable(maxUrgency);
  }

  public Instant performedAt() {
    return performedAt;
  }

  public LocalDate performedOn() {
    return performedOn;
  }

  /** Last day the result counts. */
  public LocalDate validUntil() {
    return validUntil;
  }

  /** Until when somebody must have acted. */
  public Optional<Instant> actBy() {
    return Optional.ofNullable(actBy);
  }

  public boolean isAcknowledged() {
    return acknowledgedAt != null;
  }

  public List<ScreeningFlag> flags() {
    return List.copyOf(flags);
  }
}
