package org.pacegate.service.merge;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.OnsetKind;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.MergeField;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;
import org.pacegate.domain.screening.DangerClock;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.demonstration.LoadedDemonstration;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;

/** A clinic with lived records, in which a test merges some. */
final class MergeClinic {

  static final String DESK = LoadedDemonstration.DESK;
  static final String PHYSICIAN = LoadedDemonstration.PHYSICIAN;
  static final String ELSEWHERE = LoadedDemonstration.SIERRA;

  private static MergeClinic open;

  private final TestClinics clinics =
      LoadedDemonstration.afresh(Instant.now().truncatedTo(ChronoUnit.SECONDS));

  static synchronized MergeClinic open() {
    if (open == null) {
      open = new MergeClinic();
    }
    return open;
  }

  <T> T as(String login, Function<Services, T> work) {
    return clinics.as(login, work);
  }

  int statementsOf(long one, long other) {
    return clinics.statementsOf(DESK, s -> s.get(PatientMerges.class).open(one, other));
  }

  List<String> rows(String sql) {
    return LoadedDemonstration.rows(clinics, DESK, sql);
  }

  long id(String sql) {
    return Long.parseLong(rows(sql).get(0));
  }

  /** Somebody new, on record with a name. */
  long register(String number, String family, String given) {
    Person person =
        new Person(
            family, given, LocalDate.of(1991, 4, 5), Sex.FEMALE, "600 111 222", null, Language.es);
    return as(
        DESK,
        services -> {
          Patient patient = new Patient(number, person, attribution(services));
          services.get(EntityManager.class).persist(patient);
          return patient.id();
        });
  }

  private static Attribution attribution(Services services) {
    return services.get(ClinicContext.class).attribution();
  }

  /** Somebody who came in an emergency, and has said since who it is. */
  long cameUnknown(String number, String family, String given) {
    Person unknown =
        new Person(Person.UNKNOWN, Person.UNKNOWN, null, Sex.FEMALE, null, null, Language.es);
    Person told =
        new Person(family, given, LocalDate.of(1991, 4, 5), Sex.FEMALE, null, null, Language.es);
    return as(
        DESK,
        services -> {
          EntityManager em = services.get(EntityManager.class);
          Patient patient = Patient.inEmergency(number, unknown, attribution(services));
          em.persist(patient);
          em.flush();
          em.persist(patient.identify(told, attribution(services)));
          return patient.id();
        });
  }

  /** An intake of a patient that nobody has finished, with a dangerous answer. */
  long dangerousDraft(long patient) {
    return as(
        DESK,
        services -> {
          long id = services.get(Intakes.class).startFor(patient);
          Intake intake = services.get(EntityManager.class).find(Intake.class, id);
          intake.found(
              Optional.of(Urgency.U0_EMERGENCY_NOW),
              DangerClock.proposed(ZoneOffset.UTC),
              attribution(services));
          return id;
        });
  }

  /** The clock writes that nobody took a dangerous intake over in time. */
  void escalates(long intake) {
    as(
        DESK,
        services ->
            services
                .get(EntityManager.class)
                .createNativeQuery(
                    """
                    insert into danger_escalation
                      (intake_id, step, from_role, to_role, due_at, next_due_at, escalated_at)
                    select id, 'NOT_TAKEN_OVER', 'STAFF', 'PHYSICIAN', act_by, act_by + interval '5 minutes', act_by
                      from intake where id = ?1""")
                .setParameter(1, intake)
                .executeUpdate());
  }

  /** A course of care of a patient that waits for a diagnosis. */
  long complains(long patient, BodySite site, Side side) {
    return as(
        DESK,
        services -> {
          Injury injury =
              new Injury(site, side, "hurts", LocalDate.of(2026, 1, 10), OnsetKind.GRADUAL);
          Attribution by = attribution(services);
          Episode episode = new Episode(patient, injury, by);
          episode.stepTo(EpisodeState.SCREENED, "episode.screened", by);
          episode.stepTo(EpisodeState.AWAITING_DIAGNOSIS, "episode.awaitsDiagnosis", by);
          services.get(EntityManager.class).persist(episode);
          return episode.id();
        });
  }

  MergeDesk desk(String login, long one, long other) {
    return as(login, services -> services.get(PatientMerges.class).open(one, other));
  }

  /** What somebody sends who looked at both records and decided as told. */
  MergePatients command(
      long survivor, long merged, Set<MergeField> fromOther, Set<Long> keeping, Set<Long> closing) {
    return new MergePatients(
        survivor,
        merged,
        fromOther,
        keeping,
        closing,
        closing.isEmpty() ? null : "the same complaint",
        "same papers",
        desk(DESK, survivor, merged).seen(),
        UUID.randomUUID());
  }

  /** Merges with everything as the survivor has it, and every course of care kept. */
  long merge(long survivor, long merged) {
    Set<Long> shared = desk(DESK, survivor, merged).shared();
    return merge(DESK, command(survivor, merged, Set.of(), shared, Set.of()));
  }

  long merge(String login, MergePatients command) {
    return as(login, services -> services.get(PatientMerges.class).merge(command));
  }

  UndoneMerge undo(long merged) {
    return as(
        DESK, services -> services.get(PatientMerges.class).undo(new UndoMerge(merged, "twins")));
  }

  /** Every row that is recorded on the patients, by table and key; versions left out. */
  Map<String, String> dump(long... patients) {
    Map<String, String> dump = new TreeMap<>();
    for (long patient : patients) {
      dump.putAll(rowsOf(patient));
    }
    return dump;
  }

  private Map<String, String> rowsOf(long patient) {
    return as(
        DESK,
        services ->
            Row.list(
                    services
                        .get(EntityManager.class)
                        .createNativeQuery(
                            "select table_name || ' ' || row_key, cast(content as text)"
                                + " from patient_rows(?1)")
                        .setParameter(1, patient),
                    row -> Map.entry(row.text(0), row.text(1)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
