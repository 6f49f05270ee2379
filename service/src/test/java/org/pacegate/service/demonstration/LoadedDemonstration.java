package org.pacegate.service.demonstration;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pacegate.service.shared.Row;
import org.pacegate.service.testing.TestClinics;

/** The demonstration in a database of its own, loaded once for all tests that only read it. */
public final class LoadedDemonstration {

  public static final String DESK = "anna.lindqvist@riverside";
  public static final String PHYSICIAN = "priya.raman@riverside";
  public static final String THERAPIST = "grace.mensah@riverside";
  public static final String SIERRA = "javier.ortega@sierra";

  private static TestClinics loaded;

  private LoadedDemonstration() {}

  /** What all its accounts sign in with. */
  public static String password() {
    return Script.password();
  }

  static synchronized TestClinics once() {
    if (loaded == null) {
      // The worklist compares with the database's own day.
      loaded = afresh(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
    return loaded;
  }

  public static TestClinics afresh(Instant now) {
    TestClinics clinics = new TestClinics(now);
    long begun = System.nanoTime();
    int runners = clinics.work(services -> services.get(Demonstration.class).load());
    long millis = (System.nanoTime() - begun) / 1_000_000;
    System.out.println("demonstration: " + runners + " runners in " + millis + " ms");
    return clinics;
  }

  /** Rows of a query in somebody's clinic, columns joined by bars. */
  public static List<String> rows(TestClinics clinics, String login, String sql) {
    return clinics.as(
        login,
        services -> {
          List<?> rows = services.get(EntityManager.class).createNativeQuery(sql).getResultList();
          return rows.stream().map(LoadedDemonstration::joined).toList();
        });
  }

  private static String joined(Object row) {
    if (row instanceof Object[] columns) {
      return Arrays.stream(columns).map(String::valueOf).collect(Collectors.joining("|"));
    }
    return String.valueOf(row);
  }

  /** A query of a name and a number. */
  static Map<String, Long> counts(TestClinics clinics, String login, String sql) {
    return clinics.as(
        login,
        services -> {
          Map<String, Long> counts = new TreeMap<>();
          for (Object row :
              services.get(EntityManager.class).createNativeQuery(sql).getResultList()) {
            Row count = new Row(row);
            counts.put(count.text(0), count.id(1));
          }
          return counts;
        });
  }
}
