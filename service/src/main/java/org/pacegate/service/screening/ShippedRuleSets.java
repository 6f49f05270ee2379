package org.pacegate.service.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.pacegate.domain.screening.ExampleCases;
import org.pacegate.domain.screening.RuleSet;

/** The rule sets in this build, each read and tried on its example cases. Needs no server. */
final class ShippedRuleSets {
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

  /** Where a newer version is shipped than the one that new screenings use. */
  private static final Map<String, Integer> IN_USE = Map.of("low-back-pain", 1);

  private final List<RuleSet> all;

  private ShippedRuleSets(List<RuleSet> all) {
    this.all = all;
  }

  /** Reads and tries all of them; refuses the first that fails. */
  static ShippedRuleSets tried() {
    return new ShippedRuleSets(FILES.stream().map(ShippedRuleSets::tried).toList());
  }

  /** The version that a new screening uses; refuses an id that is not shipped. */
  RuleSet current(String id) {
    RuleSet newest = newest(id);
    return find(id, IN_USE.getOrDefault(id, newest.version())).orElseThrow();
  }

  /** The newest version, in use or not yet; refuses an id that is not shipped. */
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

  List<RuleSet> all() {
    return all;
  }

  private static RuleSet tried(String file) {
    RuleSet ruleSet = read(file);
    List<String> failures = examples(file, ruleSet).failuresIn(ruleSet);
    if (!failures.isEmpty()) {
      throw new InvalidRuleSet("$", file + " fails its examples: " + failures);
    }
    return ruleSet;
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
