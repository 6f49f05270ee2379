package org.pacegate.service.patient;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.NameEnd;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.clinic.ClinicRegistration;
import org.pacegate.service.clinic.OpenAccount;
import org.pacegate.service.clinic.RegisterClinic;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.testing.TestClinics;

/**
 * R2.30: how well possible matches find people who were typed wrong, and how quickly, among ten
 * thousand patients on a real PostgreSQL. The figures go to {@code service/target/figures.txt},
 * which {@code ./verify} shows.
 */
@Tag("quiet")
class MatchingFiguresTest {

  private static final String DESK = "desk@tenthousand";
  private static final int PATIENTS = 10_000;
  private static final int TYPED_WRONG = 700;
  private static final int STRANGERS = 1_000;
  private static final double LEAST_FOUND = 0.95;
  private static final double MOST_FALSE_ALARMS = 0.02;
  private static final long MOST_MILLIS = 100;

  private static final long SEED = Long.getLong("pacegate.matching.seed", 20_261_126L);

  private static final Random RANDOM = new Random(SEED);
  private static final GeneratedPeople PEOPLE = new GeneratedPeople(RANDOM);
  private static final Map<Long, Person> REGISTERED = new LinkedHashMap<>();

  /** Who was renamed after the registration, with the name that was given up. */
  private static final Map<Long, Person> BEFORE = new LinkedHashMap<>();

  private static TestClinics clinics;

  @BeforeAll
  static void register() {
    clinics = new TestClinics(Instant.parse("2026-11-26T10:00:00Z"));
    clinics.work(
        services -> {
          services
              .get(ClinicRegistration.class)
              .open(
                  new RegisterClinic("Ten thousand", ZoneId.of("UTC"), "ES", Language.es, false),
                  new OpenAccount("Desk", "Front", DESK, Language.es, Set.of(Role.STAFF)),
                  "correct-Horse-4711");
          return null;
        });
    clinics.as(
        DESK,
        services -> {
          EntityManager em = services.get(EntityManager.class);
          Attribution desk = services.get(ClinicContext.class).attribution();
          for (int i = 0; i < PATIENTS; i++) {
            Person person = PEOPLE.somebody();
            Patient patient = new Patient("G-" + i, person, desk);
            em.persist(patient);
            if (i % 20 == 0) {
              BEFORE.put(patient.id(), person);
              String other = "New " + PEOPLE.family(person.language());
              patient.rename(other, person.givenName(), NameEnd.CHANGED, desk);
            }
            REGISTERED.put(patient.id(), patient.person());
          }
          em.flush();
          return null;
        });
  }

  private static final List<TypedWrong> WAYS = List.copyOf(EnumSet.allOf(TypedWrong.class));

  private final List<Long> micros = new ArrayList<>();
  private final Map<TypedWrong, int[]> found = new EnumMap<>(TypedWrong.class);
  private final List<String> missed = new ArrayList<>();
  private int candidates;
  private int alarms;

  /** Asked over one connection, as a server's pool keeps them. */
  @Test
  void r2_30_people_typed_wrong_are_found_and_strangers_left_alone() throws IOException {
    clinics.as(
        DESK,
        services -> {
          PatientSearch search = services.get(PatientSearch.class);
          for (int i = 0; i < TYPED_WRONG; i++) {
            askForSomebodyKnown(WAYS.get(i % WAYS.size()), search);
          }
          for (int i = 0; i < STRANGERS; i++) {
            alarms += ask(search, typed(stranger(i))).isEmpty() ? 0 : 1;
          }
          return null;
        });
    report();
  }

  private void askForSomebodyKnown(TypedWrong way, PatientSearch search) {
    Map<Long, Person> of = way == TypedWrong.PREVIOUS_NAME ? BEFORE : REGISTERED;
    List<Long> ids = List.copyOf(of.keySet());
    long id;
    do {
      id = ids.get(RANDOM.nextInt(ids.size()));
    } while (!way.fits(of.get(id)));
    long wanted = id;
    MatchQuestion typed = way.typed(of.get(id), RANDOM);
    List<PossibleMatch> matches = ask(search, typed);
    candidates += matches.size();
    int[] count = found.computeIfAbsent(way, unseen -> new int[2]);
    count[1]++;
    if (matches.stream().anyMatch(match -> match.patientId() == wanted)) {
      count[0]++;
    } else {
      missed.add(way + " " + typed + " of " + of.get(id));
    }
  }

  /** Nobody who is on record; one in twenty lives with somebody who is and has their phone. */
  private static Person stranger(int i) {
    List<Long> ids = List.copyOf(REGISTERED.keySet());
    if (i % 20 != 0) {
      return PEOPLE.somebody();
    }
    Person parent;
    do {
      parent = REGISTERED.get(ids.get(RANDOM.nextInt(ids.size())));
    } while (parent.phone() == null);
    return PEOPLE.childOf(parent);
  }

  private static MatchQuestion typed(Person person) {
    return new MatchQuestion(
        person.familyName(),
        person.givenName(),
        person.birthDate(),
        person.phone(),
        person.email());
  }

  private List<PossibleMatch> ask(PatientSearch search, MatchQuestion typed) {
    long begun = System.nanoTime();
    List<PossibleMatch> matches = search.possibleMatches(typed);
    micros.add((System.nanoTime() - begun) / 1_000);
    return matches;
  }

  private void report() throws IOException {
    int hits = found.values().stream().mapToInt(count -> count[0]).sum();
    double recall = hits / (double) TYPED_WRONG;
    double falseAlarms = alarms / (double) STRANGERS;
    List<Long> sorted = micros.stream().sorted().toList();
    double p95 = sorted.get(sorted.size() * 95 / 100) / 1_000.0;
    List<String> figures =
        List.of(
            String.format(
                Locale.ROOT,
                "possible matches among %d patients: %.1f %% of %d typed wrong found, %.1f"
                    + " candidates a look-up, %.1f %% false alarms of %d strangers (seed %d)",
                PATIENTS,
                100 * recall,
                TYPED_WRONG,
                candidates / (double) TYPED_WRONG,
                100 * falseAlarms,
                STRANGERS,
                SEED),
            String.format(
                Locale.ROOT,
                "possible matches answer: median %.0f ms, 95 %% within %.0f ms",
                sorted.get(sorted.size() / 2) / 1_000.0,
                p95));
    figures.forEach(System.out::println);
    found.forEach((way, count) -> System.out.println(way + " " + count[0] + " of " + count[1]));
    missed.stream().limit(40).forEach(System.out::println);
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target/figures.txt"), figures);
    assertThat(recall).as("found").isGreaterThanOrEqualTo(LEAST_FOUND);
    assertThat(falseAlarms).as("false alarms").isLessThan(MOST_FALSE_ALARMS);
    assertThat(p95).as("milliseconds for 95 %").isLessThanOrEqualTo(MOST_MILLIS);
  }
}
