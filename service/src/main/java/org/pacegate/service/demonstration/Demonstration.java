package org.pacegate.service.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.diagnosis.ListedCode;
import org.pacegate.domain.referral.PreferredRecipient;
import org.pacegate.domain.referral.Recipient;
import org.pacegate.domain.screening.Target;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.ClinicRegistration;
import org.pacegate.service.clinic.RegisterClinic;
import org.pacegate.service.diagnosis.ListedCodes;
import org.pacegate.service.intake.ConsentTexts;
import org.pacegate.service.screening.RuleSets;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Settings;

/** Opens the demonstration's clinics and lets their history happen. */
@ApplicationScoped
public class Demonstration {

  private static final List<String> CLINICS = List.of("riverside", "sierra");

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicRegistration clinics;
  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private ListedCodes codes;
  @Inject private RuleSets ruleSets;
  @Inject private ConsentTexts consents;
  @Inject private Settings settings;

  /** Loads everything in one transaction; returns the number of runners. */
  @Transactional
  public int load() {
    return CLINICS.stream().map(Script::named).mapToInt(this::open).sum();
  }

  private int open(Script script) {
    clinics.open(
        new RegisterClinic(
            script.text("name"),
            script.zone(),
            script.text("jurisdiction"),
            script.language(),
            true),
        script.colleagues().get(0).account(),
        Script.password());
    Ledger ledger = new Ledger(em);
    Staff staff = Staff.employ(script, em, clinic.today());
    script.outsiders().forEach(this::enter);
    ledger.flush();
    Practice practice =
        new Practice(
            script,
            staff,
            ruleSets,
            settings.screeningValidDays(),
            consents,
            codes(),
            clinic.now());
    int runners = new History(practice, ledger).happen();
    audit.record(
        AuditAction.CREATE, "Organization", null, null, "demonstration, runners " + runners);
    em.flush();
    // The next clinic is entered in the same transaction: nothing of this one may be written then.
    em.clear();
    return runners;
  }

  private void enter(Outsider outsider) {
    Recipient recipient = outsider.recipient();
    em.persist(recipient);
    for (Target target : outsider.first()) {
      PreferredRecipient preferred = new PreferredRecipient(target);
      preferred.prefer(recipient);
      em.persist(preferred);
    }
  }

  private Map<String, ListedCode> codes() {
    return codes.on(clinic.today()).stream()
        .collect(Collectors.toMap(ListedCode::code, Function.identity()));
  }
}
