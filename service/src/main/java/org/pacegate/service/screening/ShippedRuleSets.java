package org.pacegate.service.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.screening.ExampleCases;
import org.pacegate.domain.screening.RuleSet;

/**
 * The rule sets in this build. Reading one checks its form; its example cases are tried by the
 * build's tests, and again at the start for the versions that screenings are made with. Needs no
 * server.
 */
final class ShippedRuleSets {
  /** The rule set that a clinician examines by. */
  static final String EXAMINATION = "dvt-wells";

  static final List<String> FILES =
      List.of(
          "low-back-pain-1",
          "low-back-pain-2",
          "hip-and-groin-1",
          "thigh-1",
          "knee-1",
          "lower-leg-1",
          "ankle-and-foot-1",
          "dvt-wells-1");

  private final List<RuleSet> all;

  private ShippedRuleSets(List<RuleSet> all) {
    this.all = all;
  }

  /** Reads all of them; refuses the first that is malformed. */
  static ShippedRuleSets load() {
    return new ShippedRuleSets(FILES.stream().map(ShippedRuleSets::read).toList());
  }

  /** Those read before. */
  static ShippedRuleSets of(List<RuleSet> all) {
    return new ShippedRuleSets(List.copyOf(all));
  }

  /**
   * Tries the examples of every version that a screening can still be made with: the newest of each
   * body region's set, and the older ones that a draft begun before them is pinned to. Refuses what
   * fails.
   */
  ShippedRuleSets tried() {
    all.stream().filter(ShippedRuleSets::screens).forEach(ShippedRuleSets::tryExamples);
    return this;
  }

  /** Whether a body region leads to it, or a clinician's examination. */
  static boolean screens(RuleSet ruleSet) {
    return ruleSet.id().equals(EXAMINATION)
        || Arrays.stream(BodySite.values()).map(RuleSetBySite::of).anyMatch(ruleSet.id()::equals);
  }

  /** The newest version, which a new screening uses; refuses an id that is not shipped. */
  RuleSet newest(String id) {
    return all.stream()
        .filter(ruleSet -> ruleSet.id().equals(id))
        .max(Comparator.comparingInt(RuleSet::version))
        .orElseThrow(() -> new NoSuchElementException("no rule set " + id));
  }

  Optional<RuleSet> find(String id, int version) {
    return all.stream()
        .filter(ruleSet -> ruleSet.id().equals(id) && ruleSet.version() == version)
        .findFirst();
  }

  /** Every rule set once, in the order of the files. */
  List<String> ids() {
    return all.stream().map(RuleSet::id).distinct().toList();
  }

  List<RuleSet> all() {
    return all;
  }

  private static void tryExamples(RuleSet ruleSet) {
    String file = ruleSet.id() + "-" + ruleSet.version();
    List<String> failures = examples(file, ruleSet).failuresIn(ruleSet);
    if (!failures.isEmpty()) {
      throw new InvalidRuleSet("$", file + " fails its examples: " + failures);
    }
  }

  static RuleSet read(String file) {
    try (InputStream in = resource("/rules/" + file + ".json")) {
      return RuleSetReader.read(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static ExampleCases examples(String file, RuleSet ruleSet) {
    try (InputStream in = resource("/rules/" + file + ".examples.json")) {
      return new ExampleCasesReader(ruleSet).read(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream resource(String path) {
    InputStream in = ShippedRuleSets.class.getResourceAsStream(path);
    if (in == null) {
      throw new InvalidRuleSet("$", "not shipped: " + path);
    }
    return in;
  }
}
