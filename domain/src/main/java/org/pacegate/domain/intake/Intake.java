package org.pacegate.domain.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/**
 * One conversation, at the desk or at a door of the runner's own. It is a draft while answers are
 * typed, each saved as it comes. What a runner sends is received and waits for staff, its answers
 * fixed. When it is submitted it belongs to a patient and an episode and never changes again. A
 * second screening of a known episode starts with both.
 */
@Entity
public class Intake extends ClinicRecord {

  @Enumerated(EnumType.STRING)
  private IntakeState state;

  @Enumerated(EnumType.STRING)
  private IntakeStep step;

  @Column(name = "patient_id")
  private Long patientId;

  @Column(name = "episode_id")
  private Long episodeId;

  @Embedded private Asking asking;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "started_by")
  private long startedBy;

  @Column(name = "saved_at")
  private Instant savedAt;

  /** Null as long as no answer meant anything. */
  @Embedded private DraftDanger danger;

  @Embedded private Progress progress;

  /** Null until a runner sent it. */
  @Embedded private Receipt receipt;

  /** Null unless it was rejected. */
  @Embedded private Rejection rejection;

  @Column(name = "dismissed_by")
  private Long dismissedBy;

  @Column(name = "dismiss_licence_id")
  private Long dismissLicenceId;

  @Column(name = "dismiss_reason")
  private String dismissReason;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "submitted_by")
  private Long submittedBy;

  @Column(name = "submission_key")
  private UUID submissionKey;

  /** Whether it was stopped without a consent or without knowing who it is. */
  @Column(name = "to_complete")
  private boolean toComplete;

  protected Intake() {}

  private Intake(String ruleSet, int ruleSetVersion, IntakeStep first, Attribution started) {
    this.state = IntakeState.DRAFT;
    this.step = first;
    this.asking = new Asking(ruleSet, ruleSetVersion);
    this.startedAt = started.at();
    this.startedBy = started.by();
    this.savedAt = started.at();
    this.progress = Progress.none();
  }

  /** A new conversation; until a body region is chosen it asks by this rule set. */
  public static Intake start(String ruleSet, int ruleSetVersion, Attribution started) {
    return new Intake(ruleSet, ruleSetVersion, IntakeStep.PERSON, started);
  }

  /** The red-flag questions again, for a known episode. */
  public static Intake rescreen(
      long patientId, long episodeId, String ruleSet, int ruleSetVersion, Attribution started) {
    Intake intake = new Intake(ruleSet, ruleSetVersion, IntakeStep.SCREENING, started);
    intake.patientId = patientId;
    intake.episodeId = episodeId;
    return intake;
  }

  /**
   * It stays with the clinic's thresholds that held when its rule set was chosen (R1.41); to be
   * called again wherever another rule set is chosen.
   *
   * @param clinicVersion {@code RuleSet.thresholds()} of that rule set; empty as shipped
   */
  public void judgeBy(Optional<Long> clinicVersion) {
    expectDraft();
    asking.judgeBy(clinicVersion);
  }

  /**
   * It stays with these versions of the forms (R4.58); to be called again wherever another rule set
   * is chosen.
   *
   * @param versions such as {@code knee-1}, in asking order
   */
  public void askFrom(List<String> versions) {
    expectDraft();
    asking.askFrom(versions);
  }

  /** The versions of the forms that it is asked from; empty before forms were files. */
  public List<String> forms() {
    return asking.forms();
  }

  /**
   * The person is a known patient.
   *
   * @throws DomainRefusal {@code intake.dangerOfPatient} once an answer was dangerous and another
   *     patient was known: their gate would open by that (R4.25)
   */
  public void forPatient(long patient) {
    expectOpen();
    expectNewComplaint();
    expectDangerStaysWith(Optional.of(patient));
    patientId = patient;
  }

  /**
   * The person at the desk is not the known patient after all.
   *
   * @throws DomainRefusal {@code intake.dangerOfPatient} as {@link #forPatient} does
   */
  public void forSomebodyNew() {
    expectOpen();
    expectNewComplaint();
    expectDangerStaysWith(Optional.empty());
    patientId = null;
  }

  /**
   * The complaint is about a body region that this rule set is for. A draft that asks by it already
   * stays with its version; else it is pinned to this one and remembers the one before, whose
   * answers are still on record (R4.2, R4.40).
   *
   * @return whether it asks other questions now
   */
  public boolean askBy(String regionsRuleSet, int version) {
    expectDraft();
    expectNewComplaint();
    return asking.askBy(regionsRuleSet, version);
  }

  /** What it asks by now. */
  public PinnedRules rules() {
    return asking.rules();
  }

  /** Something was typed, or the step left. */
  public void save(IntakeStep at, Attribution saved) {
    expectDraft();
    step = at;
    savedAt = saved.at();
  }

  /** Keeps how far it is (R4.102). */
  public void reached(Progress reached) {
    expectDraft();
    progress = reached;
  }

  /** Keeps what the rules say about the answers so far (R4.17, R1.94). */
  public void found(Optional<Urgency> worst, DangerClock clock, Attribution noted) {
    expectOpen();
    danger = danger().found(worst, clock, noted);
  }

  /**
   * The runner sends it: from now on its answers stay as they are, and it waits for staff (R4.101).
   *
   * @param key key of the form that sent it
   */
  public void receive(Door door, UUID key, Attribution sent) {
    expectDraft();
    state = IntakeState.RECEIVED;
    receipt = new Receipt(sent.at(), door, key);
    savedAt = sent.at();
  }

  /**
   * Staff take nothing of it into a record; it stays readable.
   *
   * @throws DomainRefusal {@code intake.notReceived} unless a runner sent it; {@code
   *     intake.dangerous} once an answer was dangerous: it is taken into a record, where a
   *     professional decides on it (R4.18)
   */
  public void reject(String reason, Attribution rejected) {
    if (state != IntakeState.RECEIVED) {
      throw new DomainRefusal("intake.notReceived", "intake " + id() + " " + state);
    }
    if (isDangerous()) {
      throw new DomainRefusal("intake.dangerous", "intake " + id() + " " + urgency().orElse(null));
    }
    rejection = new Rejection(reason, rejected);
    state = IntakeState.REJECTED;
  }

  /** What the answers so far mean. */
  private DraftDanger danger() {
    return danger == null ? DraftDanger.none() : danger;
  }

  /** Whether an answer meant that somebody acts today or at once, even if it was taken back. */
  public boolean isDangerous() {
    return danger().isDangerous();
  }

  /**
   * Whether a dangerous answer stands in what this patient answered and nobody submitted, which
   * shuts the gate (R1.95).
   */
  public boolean endangers(long patient) {
    return state.isOpen() && isDangerous() && patientId != null && patientId == patient;
  }

  /** It is about to be submitted without a consent, or without knowing who it is (R4.19). */
  public void leaveToComplete() {
    expectOpen();
    toComplete = true;
  }

  /**
   * The care that it screens again has ended meanwhile. A danger in it does not end with that: it
   * goes into a course of care that begins anew, for which a consent is still missing (R4.198).
   *
   * @throws DomainRefusal {@code episode.over} unless an answer was dangerous
   */
  public void outlivesItsEpisode() {
    if (!isRescreen() || !isDangerous()) {
      throw new DomainRefusal("episode.over", "episode " + episodeId);
    }
    episodeId = null;
    leaveToComplete();
  }

  /**
   * Refuses an intake that lacks nothing.
   *
   * @throws DomainRefusal {@code intake.complete}
   */
  public void expectToComplete() {
    if (state != IntakeState.SUBMITTED || !toComplete) {
      throw new DomainRefusal("intake.complete", "intake " + id() + " " + state);
    }
  }

  /**
   * Everything is there.
   *
   * @param consent what was signed; empty when a known episode is screened again, to which its
   *     first intake's consent applies, or when an emergency left no time for it
   * @throws DomainRefusal {@code intake.unsigned} without a signed consent to this intake that does
   *     not wait as something to complete (R4.60)
   */
  public void submit(
      long patient, long episode, Optional<Consent> consent, UUID key, Attribution submitted) {
    expectOpen();
    boolean signed =
        consent
            .filter(
                given -> Objects.equals(given.intakeId(), id()) && given.signature().isPresent())
            .isPresent();
    if (!signed && !isRescreen() && !toComplete) {
      throw new DomainRefusal("intake.unsigned", "intake " + id());
    }
    if (isRescreen() && (patient != patientId || episode != episodeId)) {
      throw new DomainRefusal("intake.otherPatient", "intake " + id());
    }
    patientId = patient;
    episodeId = episode;
    submissionKey = key;
    state = IntakeState.SUBMITTED;
    submittedAt = submitted.at();
    submittedBy = submitted.by();
  }

  /**
   * Nobody needs it; what was typed stays readable.
   *
   * @throws DomainRefusal {@code intake.dangerous} once an answer was dangerous, whether or not it
   *     was taken back: it has to be submitted or stopped, or a physician dismisses it (R4.18)
   */
  public void discard(Attribution discarded) {
    expectDraft();
    if (isDangerous()) {
      throw new DomainRefusal("intake.dangerous", "intake " + id() + " " + urgency().orElse(null));
    }
    state = IntakeState.DISCARDED;
    savedAt = discarded.at();
  }

  /**
   * A professional dismisses a draft whose dangerous answer was taken back: it was a slip.
   *
   * @param licence the licence it is judged under, or null
   * @throws DomainRefusal {@code intake.stillDangerous} while the answer stands; {@code
   *     intake.noAuthority} without a physician's licence of the signer, valid that day
   */
  public void dismiss(
      String reason, Licence licence, DiagnosisPolicy policy, Attribution dismissed) {
    expectDraft();
    if (!danger().isTakenBack()) {
      throw new DomainRefusal(
          "intake.stillDangerous", "intake " + id() + " " + urgency().orElse(null));
    }
    if (!policy.authorisesPhysician(licence, dismissed.by(), dismissed.day())) {
      throw new DomainRefusal("intake.noAuthority", "practitioner " + dismissed.by());
    }
    dismissReason = Words.required("reason", reason, 4_000);
    dismissLicenceId = licence.id();
    dismissedBy = dismissed.by();
    state = IntakeState.DISCARDED;
    savedAt = dismissed.at();
  }

  private void expectDraft() {
    if (state != IntakeState.DRAFT) {
      throw new DomainRefusal("intake.notDraft", "intake " + id() + " " + state);
    }
  }

  private void expectDangerStaysWith(Optional<Long> patient) {
    if (isDangerous() && patientId != null && !Optional.of(patientId).equals(patient)) {
      throw new DomainRefusal("intake.dangerOfPatient", "intake " + id());
    }
  }

  private void expectOpen() {
    if (!state.isOpen()) {
      throw new DomainRefusal("intake.notDraft", "intake " + id() + " " + state);
    }
  }

  private void expectNewComplaint() {
    if (isRescreen()) {
      throw new DomainRefusal("intake.otherPatient", "intake " + id());
    }
  }

  /** Whether what nobody has recorded yet screens a known episode again. */
  public boolean isRescreen() {
    return state.isOpen() && episodeId != null;
  }

  public IntakeState state() {
    return state;
  }

  public IntakeStep step() {
    return step;
  }

  public Optional<Long> patientId() {
    return Optional.ofNullable(patientId);
  }

  public Optional<Long> episodeId() {
    return Optional.ofNullable(episodeId);
  }

  public Optional<Urgency> urgency() {
    return danger().urgency();
  }

  /** When the dangerous answers were taken back; empty while one stands, or there never was one. */
  public Optional<Instant> takenBackAt() {
    return danger().takenBackAt();
  }

  /** When the first dangerous answer was given. */
  public Optional<Instant> dangerSince() {
    return danger().since();
  }

  /** Until when somebody must have acted on it. */
  public Optional<Instant> actBy() {
    return danger().actBy();
  }

  public Progress progress() {
    return progress;
  }

  /** When and where the runner sent it; empty for an intake of the desk. */
  public Optional<Receipt> receipt() {
    return Optional.ofNullable(receipt);
  }

  /** Where it was finished and signed: at the desk, unless a runner sent it. */
  public Door door() {
    return receipt().map(Receipt::door).orElse(Door.DESK);
  }

  /** Why nothing of it was recorded. */
  public Optional<Rejection> rejection() {
    return Optional.ofNullable(rejection);
  }

  public String ruleSet() {
    return rules().ruleSet();
  }

  public int ruleSetVersion() {
    return rules().version();
  }

  /** The rule sets by which it asked before its body region changed; not the one it asks by now. */
  public List<PinnedRules> earlierRules() {
    return asking.earlierRules();
  }

  /** Id of the clinic's version of the thresholds; empty as shipped. */
  public Optional<Long> thresholds() {
    return asking.thresholds();
  }

  public Instant startedAt() {
    return startedAt;
  }

  public long startedBy() {
    return startedBy;
  }

  public Instant savedAt() {
    return savedAt;
  }

  public Optional<Instant> submittedAt() {
    return Optional.ofNullable(submittedAt);
  }

  public Optional<UUID> submissionKey() {
    return Optional.ofNullable(submissionKey);
  }
}
