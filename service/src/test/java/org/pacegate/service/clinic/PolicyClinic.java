package org.pacegate.service.clinic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.clinic.WhoDiagnoses;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.plan.BlockKind;
import org.pacegate.domain.plan.PlanTemplate;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.diagnosis.Diagnoses;
import org.pacegate.service.diagnosis.SignDiagnosis;
import org.pacegate.service.plan.CarePlans;
import org.pacegate.service.plan.PlanAnswer;
import org.pacegate.service.plan.StartPlan;
import org.pacegate.service.screening.DangerClinic;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.testing.TestClinics;

/**
 * A clinic with policies: beside {@code doc}, a physician, there are {@code physio}, licensed in
 * GB, {@code second}, another physician, and {@code both}, who administers and is a physician.
 */
public final class PolicyClinic {

  private static int count;

  private final TestClinics clinics;
  private final DangerClinic clinic;
  private final String name;
  private final Map<String, String> passwords = new HashMap<>();

  private PolicyClinic(TestClinics clinics) {
    this.clinics = clinics;
    this.name = "policy" + ++count;
    this.clinic = DangerClinic.open(clinics, name);
    passwords.put("doc", clinic.doctorsPassword());
    employ("physio", Set.of(Role.THERAPIST), Profession.PHYSIOTHERAPIST, "GB");
    employ("second", Set.of(Role.PHYSICIAN), Profession.PHYSICIAN, null);
    employ("both", Set.of(Role.ADMIN, Role.PHYSICIAN), Profession.PHYSICIAN, null);
  }

  public static PolicyClinic open(TestClinics clinics) {
    return new PolicyClinic(clinics);
  }

  private void employ(String who, Set<Role> roles, Profession profession, String jurisdiction) {
    OpenAccount person = new OpenAccount(who, name, login(who), Language.en, roles);
    clinic.as(
        "admin",
        services -> passwords.put(who, services.get(Accounts.class).open(person).password()));
    record(who, profession, who + "-" + name, jurisdiction, "2020-01-01", "2040-01-01");
  }

  /** The administrator records a licence. */
  public void record(
      String who, Profession profession, String number, String where, String from, String to) {
    long holder = practitioner(who);
    clinic.as(
        "admin",
        services ->
            services
                .get(Licences.class)
                .record(
                    new RecordLicence(
                        holder,
                        profession,
                        number,
                        "Board",
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        where,
                        null)));
  }

  public long practitioner(String who) {
    return clinics.as(
        login(who), services -> services.get(ClinicContext.class).acting().practitionerId());
  }

  public DangerClinic people() {
    return clinic;
  }

  public String login(String who) {
    return clinic.login(who);
  }

  public String password(String who) {
    return passwords.get(who);
  }

  public LocalDate today() {
    return clinics.as(login("admin"), services -> services.get(ClinicContext.class).today());
  }

  /** A draft by the administrator. */
  public long draft(String where, WhoDiagnoses who, Integer maxDays, Integer provisionalDays) {
    return draft(
        "admin",
        new DraftPolicy(
            where, who, maxDays, null, false, "", provisionalDays, "agreed", UUID.randomUUID()));
  }

  public long draft(String who, DraftPolicy wanted) {
    long policy =
        clinics.as(login(who), services -> services.get(DiagnosisPolicies.class).draft(wanted));
    // Signing is a later act.
    clinics.pass(Duration.ofMillis(1));
    return policy;
  }

  public void sign(String who, long policy, LocalDate from) {
    sign(who, policy, from, password(who));
  }

  public void sign(String who, long policy, LocalDate from, String password) {
    clinic.as(
        who,
        services ->
            services.get(DiagnosisPolicies.class).sign(new SignPolicy(policy, from, password)));
  }

  public PolicyLine policy(long policy) {
    return clinics
        .as(login("admin"), services -> services.get(DiagnosisPolicies.class).one(policy))
        .line();
  }

  /** Signs a diagnosis of low back pain. */
  public long diagnose(String who, long episode, String code, VerificationStatus certainty) {
    return clinics.as(
        login(who),
        services ->
            services
                .get(Diagnoses.class)
                .sign(
                    new SignDiagnosis(
                        episode,
                        null,
                        null,
                        code,
                        "as found",
                        BodySite.LOW_BACK,
                        certainty,
                        List.of(),
                        password(who),
                        UUID.randomUUID())));
  }

  /** A minute later the therapist wants to treat: that is an act of its own. */
  public PlanAnswer plan(long episode) {
    clinics.pass(Duration.ofMinutes(1));
    Map<BlockKind, String> words = new EnumMap<>(BlockKind.class);
    for (BlockKind kind : BlockKind.values()) {
      words.put(kind, "as agreed");
    }
    LocalDate today = today();
    return clinics.as(
        login("ther"),
        services ->
            services
                .get(CarePlans.class)
                .start(
                    new StartPlan(
                        episode, PlanTemplate.propose(false, today, words), UUID.randomUUID())));
  }

  public LicenceLine licence(String who) {
    long holder = practitioner(who);
    return clinics.as(login("admin"), services -> services.get(Licences.class).all()).stream()
        .filter(line -> line.practitionerId() == holder)
        .findFirst()
        .orElseThrow();
  }

  public static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
