package org.pacegate.service.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.ThresholdVersion;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/** The shipped rule sets at the thresholds of the transaction's clinic (R1.50, R1.51). */
@ApplicationScoped
public class ClinicRules {

  /**
   * Of the signed versions whose day has come, the one signed last; one whose signer turned out to
   * have had no licence that day never counted.
   */
  private static final String IN_FORCE =
      """
      select distinct on (s.rule_set, s.rule_set_version)
             v.id, v.rule_set, v.rule_set_version, v.number, v.moved, s.effective_from
        from threshold_signature s
        join threshold_version v on v.clinic_id = s.clinic_id and v.id = s.threshold_version_id
        join licence l on l.clinic_id = s.clinic_id and l.id = s.licence_id
       where s.effective_from <= ?1 and (l.lapsed_on is null or s.signed_on < l.lapsed_on)
       order by s.rule_set, s.rule_set_version, s.place desc
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private RuleSets shipped;

  /**
   * What a new screening uses: the version in use at the clinic's thresholds of today.
   *
   * @throws java.util.NoSuchElementException for an id that is not shipped
   */
  public RuleSet current(String id) {
    return at(inForce(), shipped.current(id));
  }

  /** Every rule set's version in use, at what is in force. */
  List<RuleSet> all(List<ClinicThresholds> inForce) {
    return shipped.all().stream().map(rules -> at(inForce, rules)).toList();
  }

  private static RuleSet at(List<ClinicThresholds> inForce, RuleSet rules) {
    return inForce.stream()
        .filter(own -> own.ruleSet().equals(rules.id()))
        .filter(own -> own.ruleSetVersion() == rules.version())
        .findFirst()
        .map(own -> rules.with(own.values(), Optional.of(own.thresholdId())))
        .orElse(rules);
  }

  /**
   * A version of a rule set as an earlier screening used it.
   *
   * @param thresholds the clinic's version of the thresholds; empty as shipped
   */
  public Optional<RuleSet> find(String id, int version, Optional<Long> thresholds) {
    Optional<RuleSet> rules = shipped.find(id, version);
    return thresholds.isEmpty()
        ? rules
        : rules.map(each -> each.with(values(thresholds.get()), thresholds));
  }

  private Map<String, Integer> values(long thresholds) {
    return ThresholdVersion.valuesIn(
        (String)
            em.createNativeQuery("select moved from threshold_version where id = ?1")
                .setParameter(1, thresholds)
                .getSingleResult());
  }

  /** What is in force today, of every rule set that the clinic has signed something for. */
  public List<ClinicThresholds> inForce() {
    return Row.list(
        em.createNativeQuery(IN_FORCE).setParameter(1, clinic.today()),
        row ->
            new ClinicThresholds(
                row.id(0),
                row.text(1),
                (int) row.id(2),
                (int) row.id(3),
                ThresholdVersion.valuesIn(row.text(4)),
                row.day(5)));
  }
}
