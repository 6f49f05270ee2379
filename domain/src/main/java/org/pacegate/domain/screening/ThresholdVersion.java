package org.pacegate.domain.screening;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * A clinic's values for the thresholds of one version of a rule set. Somebody drafts it with a
 * reason, a person licensed to diagnose signs it, and it never changes: who wants other values
 * drafts the next one. Without any value it says "as shipped", which takes an earlier one back.
 */
@Entity
@Table(name = "threshold_version")
public class ThresholdVersion extends ClinicRecord {

  @Column(name = "rule_set")
  private String ruleSet;

  @Column(name = "rule_set_version")
  private int ruleSetVersion;

  /** Place among the clinic's versions for this rule set, from 1. */
  private int number;

  /** The values that leave the shipped ones, as {@code name=value} separated by commas. */
  private String moved;

  private String reason;

  @Column(name = "drafted_at")
  private Instant draftedAt;

  @Column(name = "drafted_on")
  private LocalDate draftedOn;

  @Column(name = "drafted_by")
  private long draftedBy;

  @Column(name = "submission_key")
  private UUID submissionKey;

  protected ThresholdVersion() {}

  /**
   * A draft.
   *
   * @param shipped the parameters as shipped
   * @param values the values wanted by name; a shipped value is as good as none
   * @throws InvalidValue {@code bounds} for the first value outside its bounds, {@code order} for a
   *     deadline that passes before the one that it follows, {@code missing} for the reason
   */
  public ThresholdVersion(
      String ruleSet,
      int ruleSetVersion,
      int number,
      Parameters shipped,
      Map<String, Integer> values,
      String reason,
      UUID submissionKey,
      Attribution drafted) {
    this.ruleSet = ruleSet;
    this.ruleSetVersion = ruleSetVersion;
    this.number = number;
    this.moved = moved(shipped, values);
    if (ruleSet.equals(Deadlines.SET)) {
      Deadlines.expectInOrder(shipped.with(values));
    }
    this.reason = Words.required("reason", reason, 4_000);
    this.draftedAt = drafted.at();
    this.draftedOn = drafted.day();
    this.draftedBy = drafted.by();
    this.submissionKey = submissionKey;
  }

  private static String moved(Parameters shipped, Map<String, Integer> values) {
    Map<String, Integer> leaving = new TreeMap<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              Parameter parameter = known(shipped, name);
              if (value < parameter.min() || value > parameter.max()) {
                throw new InvalidValue(name, "bounds");
              }
              if (value != parameter.value()) {
                leaving.put(name, value);
              }
            });
    return leaving.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(","));
  }

  private static Parameter known(Parameters shipped, String name) {
    try {
      return shipped.expect(name);
    } catch (IllegalArgumentException unknown) {
      throw new DomainRefusal("threshold.unknown", "parameter of no rule set");
    }
  }

  /** The values that leave the shipped ones, by name. */
  public Map<String, Integer> values() {
    return valuesIn(moved);
  }

  /** Reads values as they are kept. */
  public static Map<String, Integer> valuesIn(String kept) {
    return Arrays.stream(kept.split(","))
        .filter(value -> !value.isEmpty())
        .map(value -> value.split("=", 2))
        .collect(Collectors.toMap(value -> value[0], value -> Integer.valueOf(value[1])));
  }

  /** Whether a form asks for just this draft: its key came with the same content before. */
  public boolean records(String set, int version, Parameters shipped, Map<String, Integer> values) {
    return ruleSet.equals(set) && ruleSetVersion == version && moved.equals(moved(shipped, values));
  }

  public String ruleSet() {
    return ruleSet;
  }

  public int ruleSetVersion() {
    return ruleSetVersion;
  }

  public int number() {
    return number;
  }

  public String reason() {
    return reason;
  }

  public Instant draftedAt() {
    return draftedAt;
  }

  public LocalDate draftedOn() {
    return draftedOn;
  }

  public long draftedBy() {
    return draftedBy;
  }
}
