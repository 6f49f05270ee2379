package org.pacegate.domain.clinic;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.pacegate.domain.shared.InvalidValue;

/**
 * What a policy says. Without a physician's licence a diagnosis carries treatment only within its
 * limits, and some conditions are a physician's under every policy. Immutable.
 */
@Embeddable
public class PolicyTerms {

  /** The longest that a provisional diagnosis may carry treatment, in days. */
  private static final int MOST_PROVISIONAL_DAYS = 14;

  private static final int MOST_DAYS = 3_650;
  private static final int MOST_CODES = 100;
  private static final Pattern STEM = Pattern.compile("[A-Z][A-Z0-9.]{0,9}");

  /**
   * Fracture, bone stress, infection, malignancy, cauda equina, spondyloarthritis, aneurysm and the
   * viscera of docs/clinical-basis.md 5.1, as whole parts of ICD-10 without dots; the function
   * {@code never_direct_access} of the schema says the same.
   */
  private static final Pattern NEVER =
      Pattern.compile(
          "(A|B|C|D[0-4]|G0|G834|I|K|L0[0-8]|L405|M0[0127]|M081|M430|M4[569]|M48[45]|M600|M65[01]"
              + "|M71[01]|M726|M8[046]|M90|M966|M97|N|S[0-9]2|S2[67]|S343|S3[67]"
              + "|T0[28]|T1[02]|T845).*");

  private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{IsAlphabetic}\\p{IsDigit}]");

  /** Also by its name in Spanish. */
  private static final Pattern ICD_10 = Pattern.compile("(?i)(icd|cie)-10");

  @Enumerated(EnumType.STRING)
  @Column(name = "who")
  private WhoDiagnoses who;

  @Column(name = "max_days")
  private Integer maxDays;

  @Column(name = "prior_diagnosis")
  private boolean priorDiagnosis;

  @Column(name = "never_codes")
  private String neverCodes;

  @Column(name = "provisional_days")
  private int provisionalDays;

  protected PolicyTerms() {}

  /**
   * @param maxDays how many days a diagnosis under direct access carries treatment, or null
   * @param maxVisits null: nobody records visits, so no limit of them can be kept
   * @param neverCodes beginnings of further codes that are a physician's, by commas
   * @param provisionalDays how many days a provisional diagnosis carries treatment; 0 for never
   * @throws InvalidValue {@code who.missing}, {@code bounds} for a number, {@code
   *     maxVisits.notCounted}, {@code neverCodes.code}
   */
  public PolicyTerms(
      WhoDiagnoses who,
      Integer maxDays,
      Integer maxVisits,
      boolean priorDiagnosis,
      String neverCodes,
      int provisionalDays) {
    if (who == null) {
      throw new InvalidValue("who", "missing");
    }
    if (maxVisits != null) {
      throw new InvalidValue("maxVisits", "notCounted");
    }
    boolean direct = who == WhoDiagnoses.PHYSICIAN_OR_DIRECT_ACCESS_PT;
    this.who = who;
    this.maxDays = direct ? within("maxDays", maxDays, MOST_DAYS) : null;
    this.priorDiagnosis = direct && priorDiagnosis;
    this.neverCodes = direct ? stems(neverCodes) : "";
    if (provisionalDays < 0 || provisionalDays > MOST_PROVISIONAL_DAYS) {
      throw new InvalidValue("provisionalDays", "bounds");
    }
    this.provisionalDays = provisionalDays;
  }

  private static Integer within(String field, Integer value, int most) {
    if (value != null && (value < 1 || value > most)) {
      throw new InvalidValue(field, "bounds");
    }
    return value;
  }

  private static String stems(String typed) {
    TreeSet<String> stems = new TreeSet<>();
    for (String each : (typed == null ? "" : typed).split("[,;\\s]+", -1)) {
      String stem = each.toUpperCase(Locale.ROOT);
      if (!stem.isEmpty()) {
        if (!STEM.matcher(stem).matches() || stems.size() == MOST_CODES) {
          throw new InvalidValue("neverCodes", "code");
        }
        stems.add(stem);
      }
    }
    return String.join(",", stems);
  }

  /** Whether a professional may diagnose at all under it. */
  public boolean admits(Profession profession) {
    return profession == Profession.PHYSICIAN
        || (profession == Profession.PHYSIOTHERAPIST
            && who == WhoDiagnoses.PHYSICIAN_OR_DIRECT_ACCESS_PT);
  }

  /**
   * Whether a code may be diagnosed without a physician, with or without its dots. What cannot be
   * compared with ICD-10 may not.
   */
  public boolean covers(String system, String code, boolean boneStress) {
    return who == WhoDiagnoses.PHYSICIAN_OR_DIRECT_ACCESS_PT
        && !boneStress
        && ICD_10.matcher(system).find()
        && !NEVER.matcher(plain(code)).matches()
        && neverFor().stream().noneMatch(stem -> plain(code).startsWith(plain(stem)));
  }

  /** As the function {@code plain_code} of the schema has it. */
  private static String plain(String code) {
    return PUNCTUATION.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
  }

  public WhoDiagnoses who() {
    return who;
  }

  /** Days that a diagnosis under direct access carries treatment, or null without a limit. */
  public Integer maxDays() {
    return maxDays;
  }

  /** Whether a physician must have diagnosed the same region before. */
  public boolean priorDiagnosis() {
    return priorDiagnosis;
  }

  /** Beginnings of further codes that are a physician's. */
  public List<String> neverFor() {
    return neverCodes.isEmpty() ? List.of() : List.of(neverCodes.split(",", -1));
  }

  /** Days that a provisional diagnosis carries treatment; 0 for never. */
  public int provisionalDays() {
    return provisionalDays;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PolicyTerms that
        && who == that.who
        && Objects.equals(maxDays, that.maxDays)
        && priorDiagnosis == that.priorDiagnosis
        && neverCodes.equals(that.neverCodes)
        && provisionalDays == that.provisionalDays;
  }

  @Override
  public int hashCode() {
    return Objects.hash(who, maxDays, priorDiagnosis, neverCodes, provisionalDays);
  }
}
