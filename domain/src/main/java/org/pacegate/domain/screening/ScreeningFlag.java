package org.pacegate.domain.screening;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;

/**
 * A rule that fired at one screening, with the inputs it used and what a professional made of it.
 */
@Entity
@Table(name = "screening_flag")
public class ScreeningFlag extends ClinicRecord {

  @ManyToOne(optional = false)
  @JoinColumn(name = "screening_id")
  private Screening screening;

  @Column(name = "rule_id")
  private String ruleId;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  private String target;
  private String effects;
  private String source;
  private String inputs;

  @Column(name = "act_by")
  private Instant actBy;

  @Column(name = "seen_by")
  private Instant seenBy;

  @Enumerated(EnumType.STRING)
  private FlagState state;

  @OneToMany(mappedBy = "flag", cascade = CascadeType.PERSIST)
  @OrderBy("number")
  private List<FlagDecision> decisions = new ArrayList<>();

  protected ScreeningFlag() {}

  ScreeningFlag(Screening screening, FiredRule fired, DangerClock clock) {
    this.screening = screening;
    this.ruleId = fired.ruleId();
    this.urgency = fired.urgency();
    this.target = fired.target().name();
    this.effects =
        fired.effects().stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    this.source = "[" + fired.source().tag() + "] " + fired.source().reference();
    this.inputs = inputs(fired);
    this.state = FlagState.OPEN;
    Instant found = screening.performedAt();
    this.actBy = clock.actBy(fired.urgency(), found).orElse(null);
    this.seenBy = clock.seenBy(fired.urgency(), fired.seenWithinDays(), found).orElse(null);
  }

  static String inputs(FiredRule fired) {
    SortedMap<String, String> used = new TreeMap<>(fired.inputs());
    fired.assumed().forEach(unasked -> used.putIfAbsent(unasked, "UNANSWERED"));
    return used.entrySet().stream()
        .map(input -> input.getKey() + "=" + input.getValue())
        .collect(Collectors.joining(";"));
  }

  /** A confirmed flag may be cleared later; a cleared one is history. */
  void decide(FlagState decision, String why, long licence, Attribution decided) {
    if (decision == null) {
      throw new InvalidValue("decision", "missing");
    }
    if (decision == FlagState.OPEN || state == FlagState.CLEARED || state == decision) {
      throw new DomainRefusal("flag.decided", "flag " + id() + " " + state);
    }
    decisions.add(new FlagDecision(this, decisions.size() + 1, decision, why, licence, decided));
    state = decision;
  }

  /**
   * The decision that counts falls when it was made under this licence on a day on which the
   * licence turned out not to have stood.
   *
   * @return whether the flag stands again that was cleared before
   */
  boolean reopen(Licence lapsed, Attribution found) {
    boolean falls =
        state != FlagState.OPEN
            && lastDecision().licenceId() == lapsed.id()
            && !lapsed.validOn(lastDecision().decidedOn());
    boolean stood = standsAgainstTreatment();
    if (falls) {
      decisions.add(
          new FlagDecision(
              this,
              decisions.size() + 1,
              FlagState.OPEN,
              "flag.reopened.licenceLapsed",
              lapsed.id(),
              found));
      state = FlagState.OPEN;
    }
    return !stood && standsAgainstTreatment();
  }

  private FlagDecision lastDecision() {
    return decisions.get(decisions.size() - 1);
  }

  /** Whether it stands against treatment: a routine finding never does. */
  public boolean standsAgainstTreatment() {
    return urgency.keepsGateShut() && state != FlagState.CLEARED;
  }

  public String ruleId() {
    return ruleId;
  }

  public Urgency urgency() {
    return urgency;
  }

  /** Code of a {@link Target}. */
  public String target() {
    return target;
  }

  /** Codes of {@link Effect}, separated by commas. */
  public String effects() {
    return effects;
  }

  /** Evidence tag and reference of the rule, as they were when it fired. */
  public String source() {
    return source;
  }

  public Screening screening() {
    return screening;
  }

  /** Everything that was decided about it, the first decision first. */
  public List<FlagDecision> decisions() {
    return List.copyOf(decisions);
  }

  /** Until when somebody must have taken it over; empty for a routine finding. */
  public Optional<Instant> actBy() {
    return Optional.ofNullable(actBy);
  }

  /** Until when a professional must have decided on it; empty for a routine finding. */
  public Optional<Instant> seenBy() {
    return Optional.ofNullable(seenBy);
  }

  public FlagState state() {
    return state;
  }

  /** The inputs used, as {@code linkId=answer} separated by semicolons. */
  public String inputs() {
    return inputs;
  }
}
