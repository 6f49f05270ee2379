package org.pacegate.service.screening;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/**
 * Every rule in use and what became of it in this clinic (R1.56). It counts over all patients and
 * names none, so it writes no audit event.
 */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN", "ADMIN"})
public class RuleBrowser {

  private static final String TALLIES =
      """
      select s.rule_set, f.rule_id, count(*),
             count(*) filter (where exists (
               select from flag_decision k
                where k.clinic_id = f.clinic_id and k.flag_id = f.id and k.state = 'CONFIRMED')),
             count(*) filter (where f.state = 'CLEARED')
        from screening_flag f
        join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
       group by s.rule_set, f.rule_id
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicRules rules;

  /** Two statements, however many rules and screenings there are. */
  public RuleBook book() {
    List<ClinicThresholds> inForce = rules.inForce();
    return new RuleBook(
        rules.all(inForce),
        inForce.stream()
            .collect(Collectors.toMap(ClinicThresholds::thresholdId, ClinicThresholds::number)),
        Row.list(
            em.createNativeQuery(TALLIES),
            row -> new RuleTally(row.text(0), row.text(1), row.id(2), row.id(3), row.id(4))));
  }
}
