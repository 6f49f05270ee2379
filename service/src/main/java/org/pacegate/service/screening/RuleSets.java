package org.pacegate.service.screening;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.pacegate.domain.screening.RuleSet;

/**
 * The rule sets this version ships, read and tried on their example cases at the start; a bad file
 * stops it. They hold no patient data, so anybody may read them.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RuleSets {
  private static final List<String> SHIPPED = List.of("low-back-pain-1");

  private List<RuleSet> shipped = List.of();

  @PostConstruct
  void load() {
    shipped = SHIPPED.stream().map(RuleSets::tried).toList();
  }

  /** The newest version of a rule set; refuses an id that is not shipped. */
  public RuleSet current(String id) {
    return shipped.stream()
        .filter(ruleSet -> ruleSet.id().equals(id))
        .max(Comparator.comparingInt(RuleSet::version))
        .orElseThrow(() -> new NoSuchElementException("no rule set " + id));
  }

  /** One version of a rule set, as an earlier screening used it. */
  public Optional<RuleSet> find(String id, int version) {
    return shipped.stream()
        .filter(ruleSet -> ruleSet.id().equals(id) && ruleSet.version() == version)
        .findFirst();
  }

  private static RuleSet tried(String name) {
    String rules = "/rules/" + name + ".json";
    String examples = "/rules/" + name + ".examples.json";
    try (InputStream rulesIn = RuleSets.class.getResourceAsStream(rules);
        InputStream examplesIn = RuleSets.class.getResourceAsStream(examples)) {
      if (rulesIn == null || examplesIn == null) {
        throw new InvalidRuleSet("$", "not shipped: " + name);
      }
      RuleSet ruleSet = RuleSetReader.read(rulesIn);
      List<String> failures = new ExampleCasesReader(ruleSet).read(examplesIn).failuresIn(ruleSet);
      if (!failures.isEmpty()) {
        throw new InvalidRuleSet("$", name + " fails its examples: " + failures);
      }
      return ruleSet;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
