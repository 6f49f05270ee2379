package org.pacegate.service.screening;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.screening.ExampleCases;
import org.pacegate.domain.screening.RuleSet;

/**
 * The rule sets this version ships, read at the start, and those that screen a region tried on
 * their example cases; a bad file stops it. They hold no patient data, so anybody may read them.
 */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RuleSets {
  private ShippedRuleSets shipped;

  @PostConstruct
  void load() {
    shipped = ShippedRuleSets.load().tried();
  }

  /**
   * The version of a rule set that a new screening uses, which is the newest; refuses an id that is
   * not shipped.
   */
  public RuleSet current(String id) {
    return shipped.newest(id);
  }

  /** One version of a rule set as shipped; {@link ClinicRules} knows a clinic's thresholds. */
  public Optional<RuleSet> find(String id, int version) {
    return shipped.find(id, version);
  }

  /** The version of every rule set that a new screening uses. */
  public List<RuleSet> all() {
    return shipped.ids().stream().map(shipped::newest).toList();
  }

  /** Every shipped version, in use or not. */
  public List<RuleSet> versions() {
    return shipped.all();
  }

  /** The example cases of a shipped version. */
  public Optional<ExampleCases> examples(String id, int version) {
    return find(id, version).map(rules -> ShippedRuleSets.examples(id + "-" + version, rules));
  }
}
