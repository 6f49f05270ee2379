package org.pacegate.service.screening;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Source;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.clinic.Accounts;
import org.pacegate.service.clinic.ClinicRegistration;
import org.pacegate.service.clinic.Licences;
import org.pacegate.service.clinic.OpenAccount;
import org.pacegate.service.clinic.RecordLicence;
import org.pacegate.service.clinic.RegisterClinic;
import org.pacegate.service.intake.EntryChange;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SaveIntake;
import org.pacegate.service.plan.CoursesOfCare;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.DangerClocks;
import org.pacegate.service.shared.Row;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;

/**
 * A clinic whose time a test turns, with one person in each role: {@code admin}, {@code desk},
 * {@code doc} and {@code ther}.
 */
public final class DangerClinic {

  private final TestClinics clinics;
  private final String name;
  private long runners;
  private String doctorsPassword;

  private DangerClinic(TestClinics clinics, String name) {
    this.clinics = clinics;
    this.name = name;
  }

  /** Opens the clinic in Madrid. */
  public static DangerClinic open(TestClinics clinics, String name) {
    DangerClinic clinic = new DangerClinic(clinics, name);
    clinics.work(
        services -> {
          services
              .get(ClinicRegistration.class)
              .open(
                  new RegisterClinic(name, ZoneId.of("Europe/Madrid"), "", Language.en, true),
                  clinic.account("admin", Role.ADMIN),
                  "handed over");
          return null;
        });
    clinic.as(
        "admin",
        services -> {
          services.get(Accounts.class).open(clinic.account("desk", Role.STAFF));
          services.get(Accounts.class).open(clinic.account("ther", Role.THERAPIST));
          clinic.doctorsPassword =
              services.get(Accounts.class).open(clinic.account("doc", Role.PHYSICIAN)).password();
        });
    long doctor =
        clinics.as(
            clinic.login("doc"),
            services -> services.get(ClinicContext.class).acting().practitionerId());
    clinic.as(
        "admin",
        services ->
            services
                .get(Licences.class)
                .record(
                    new RecordLicence(
                        doctor,
                        Profession.PHYSICIAN,
                        "N-" + name,
                        "Board",
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2040, 1, 1))));
    return clinic;
  }

  /** What the physician signs with. */
  public String doctorsPassword() {
    return doctorsPassword;
  }

  private OpenAccount account(String who, Role role) {
    return new OpenAccount(who, name, login(who), Language.en, Set.of(role));
  }

  public String login(String who) {
    return who + "." + name;
  }

  public void as(String who, Consumer<Services> work) {
    clinics.as(
        login(who),
        services -> {
          work.accept(services);
          return null;
        });
  }

  public TestClinics clinics() {
    return clinics;
  }

  /** What somebody raised. */
  public record Raised(long episode, long screening) {}

  /** A new runner whose screening fires rules R1, R2 … of these urgencies. */
  public Raised raise(Urgency... urgencies) {
    return clinics.as(
        login("desk"),
        services -> {
          ClinicContext context = services.get(ClinicContext.class);
          Patient patient =
              new Patient(
                  "PG-" + ++runners,
                  new Person(
                      "Runner" + runners,
                      "Ana",
                      LocalDate.of(1990, 1, 1),
                      Sex.FEMALE,
                      null,
                      null,
                      Language.en),
                  context.attribution());
          services.get(EntityManager.class).persist(patient);
          var injury =
              new Injury(
                  BodySite.LOW_BACK,
                  Side.LEFT,
                  "hurts",
                  context.today().minusDays(9),
                  OnsetKind.GRADUAL);
          var course =
              services
                  .get(CoursesOfCare.class)
                  .begin(new Episode(patient.id(), injury, context.attribution()));
          var screening =
              course.screen(
                  null,
                  firing(urgencies),
                  14,
                  services.get(DangerClocks.class).now(),
                  context.attribution());
          return new Raised(course.episode().id(), screening.id());
        });
  }

  /** The same runner is screened once more. */
  public Raised raiseAgain(long episode, Urgency... urgencies) {
    return clinics.as(
        login("desk"),
        services -> {
          ClinicContext context = services.get(ClinicContext.class);
          var screening =
              services
                  .get(CoursesOfCare.class)
                  .forCommand(episode)
                  .screen(
                      null,
                      firing(urgencies),
                      14,
                      services.get(DangerClocks.class).now(),
                      context.attribution());
          return new Raised(episode, screening.id());
        });
  }

  private static Evaluation firing(Urgency... urgencies) {
    List<FiredRule> fired =
        IntStream.range(0, urgencies.length)
            .mapToObj(
                i ->
                    new FiredRule(
                        "R" + (i + 1),
                        urgencies[i],
                        Target.PHYSICIAN,
                        OptionalInt.empty(),
                        Set.of(),
                        new Source("D", "a test", "made for it"),
                        true,
                        new TreeMap<>(),
                        new TreeSet<>()))
            .toList();
    return new Evaluation("low-back-pain", 1, fired, List.of(), List.of());
  }

  long begin() {
    return clinics.as(login("desk"), services -> services.get(Intakes.class).start());
  }

  /** Types an answer into an intake, over whatever stands there. */
  void answer(long intake, String question, String answer) {
    as(
        "desk",
        services -> {
          String field = "answer." + question;
          String shown = services.get(Intakes.class).open(intake).entries().getOrDefault(field, "");
          Map<String, EntryChange> change = new LinkedHashMap<>();
          change.put(field, new EntryChange(shown, answer));
          services
              .get(Intakes.class)
              .save(new SaveIntake(intake, IntakeStep.SCREENING, UUID.randomUUID(), change));
        });
  }

  /** The timer fires. */
  void sweepAt(Instant now) {
    clinics.turnTo(now);
    sweep(clinics);
  }

  static void sweep(TestClinics server) {
    server.work(
        services -> {
          services.get(DangerSweep.class).sweep();
          return null;
        });
  }

  /** Every escalation of the clinic: step, to whom, which deadline, when. */
  List<String> escalations() {
    return rows(
        """
        select step || ' ' || to_role || ' ' || to_char(due_at at time zone 'UTC', 'MM-DD HH24:MI') || ' '
               || to_char(escalated_at at time zone 'UTC', 'MM-DD HH24:MI')
          from danger_escalation order by due_at, id""");
  }

  public List<String> rows(String sql) {
    return clinics.as(
        login("desk"),
        services -> {
          List<?> rows = services.get(EntityManager.class).createNativeQuery(sql).getResultList();
          return rows.stream().map(DangerClinic::joined).toList();
        });
  }

  private static String joined(Object row) {
    return row instanceof Object[] columns
        ? Arrays.stream(columns).map(String::valueOf).collect(Collectors.joining("|"))
        : new Row(row).text(0);
  }
}
