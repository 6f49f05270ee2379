package org.pacegate.service.screening;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.Optional;
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

  /** One version of a rule set, as an earlier screening used it. */
  public Optional<RuleSet> find(String id, int version) {
    return shipped.find(id, version);
  }
}
