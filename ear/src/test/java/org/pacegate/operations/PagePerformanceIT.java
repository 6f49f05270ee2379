package org.pacegate.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.launcher.Figures;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Demonstration;
import org.pacegate.testing.PaperClinic;
import org.pacegate.testing.Visit;

/**
 * How many statements each page asks the database, and how long the server takes, at the size of
 * the demonstration. Statements are counted by PostgreSQL itself, for the application's role.
 */
@Tag("quiet")
@ExtendWith(Chromium.class)
class PagePerformanceIT {

  private static final int MOST_STATEMENTS = 12;
  private static final Duration LONGEST = Duration.ofMillis(150);
  private static final Duration LONGEST_MATCHING = Duration.ofMillis(100);
  private static final Duration SAMPLE = Duration.ofMillis(20);
  private static final int WARM = 5;
  private static final int TRIES = 15;

  private static final String DEMONSTRATION = "(select min(id) from clinic where demonstration)";

  private static final String COUNT =
      "select coalesce(sum(s.calls), 0),"
          + " string_agg(s.calls || ' x ' || left(regexp_replace(s.query, '\\s+', ' ', 'g'), 120), chr(10))"
          + " from pg_stat_statements s"
          + " join pg_roles r on r.oid = s.userid where r.rolname = 'pacegate_app'";

  @Test
  void every_page_keeps_to_its_number_of_statements_and_its_time(Page page) throws Exception {
    Demonstration.signIn(page, Demonstration.PHYSICIAN);
    Figures figures = PacegateServer.get().figures();
    Map<String, String> tooMany = new LinkedHashMap<>();
    for (var entry : pages().entrySet()) {
      Measured measured = measure(page, entry.getValue());
      figures.add(
          "page %s: %d statements, median %d ms, undisturbed %d ms"
              .formatted(
                  entry.getKey(),
                  measured.statements(),
                  measured.median().toMillis(),
                  measured.undisturbed().toMillis()));
      if (measured.statements() > MOST_STATEMENTS) {
        tooMany.put(entry.getKey(), measured.asked());
      }
      assertThat(measured.undisturbed()).as(entry.getKey()).isLessThan(LONGEST);
    }
    assertThat(tooMany).isEmpty();
  }

  /** Each with many rows, and with few or none. */
  @Test
  void the_number_of_statements_does_not_grow_with_the_rows(Page page) throws Exception {
    Demonstration.signIn(page, Demonstration.PHYSICIAN);
    Map<String, String> grown = new LinkedHashMap<>();
    for (var pair : manyAndFew().entrySet()) {
      Measured many = measure(page, pair.getKey());
      Measured few = measure(page, pair.getValue());
      if (many.statements() > few.statements()) {
        grown.put(pair.getKey(), many.asked());
      }
    }
    assertThat(grown).isEmpty();
  }

  /**
   * What ten thousand patients add to the page of a person, whose panel offers possible matches
   * (R2.30): the same page in the same clinic before and after they are registered.
   */
  @Test
  void matching_among_ten_thousand_patients_adds_little_to_the_page(Browser browser)
      throws SQLException {
    PaperClinic clinic = PaperClinic.open();
    long episode = clinic.awaitingDiagnosis("Garcia", "es");
    Visit desk = Visit.of(browser, clinic.login("desk"), "en-GB");
    desk.page().navigate("/intake/index.xhtml");
    desk.at("begin:new").click();
    desk.page().waitForURL("**/intake.xhtml?id=*");
    String address =
        "/intake/intake.xhtml?step=PERSON&id="
            + desk.page().url().replaceAll(".*id=(\\d+).*", "$1");
    desk.page().navigate(address);
    desk.at("person-familyName").fill("Garcia");
    desk.at("person-givenName").fill("Anna");
    desk.at("person-birthDate").fill("14/5/2003");
    desk.awaitSaved();
    Measured few = measure(desk.page(), address);
    register(clinic, clinic.patientOf(episode));
    Measured many = measure(desk.page(), address);
    desk.page().navigate(address);
    assertThat(desk.page().locator("#beside").innerText()).contains("GARCIA");

    Duration added = many.least().minus(few.least());
    PacegateServer.get()
        .figures()
        .add(
            "possible matches by the page among 10000 patients: median %d ms, undisturbed %d ms, %d ms more than without them at best"
                .formatted(
                    many.median().toMillis(), many.undisturbed().toMillis(), added.toMillis()));
    assertThat(many.statements()).isLessThanOrEqualTo(few.statements());
    assertThat(added).isLessThan(LONGEST_MATCHING);
  }

  /** Ten thousand, some of whom sound alike or were born on days that look alike. */
  private static void register(PaperClinic clinic, long alike) throws SQLException {
    try (Connection database = PacegateServer.get().superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path = pacegate, public");
      statement.execute("select set_config('pacegate.clinic', '" + clinic.id() + "', false)");
      statement.execute(
          """
          insert into patient (clinic_id, id, record_number, family_name, given_name, birth_date, sex,
            phone, language, registered_at, registered_by)
          select p.clinic_id, 1000000 + n, 'M-' || n,
                 (array['Garcia','Martin','Lopez','Okafor','Novak','Brandt','Ruiz','Silva','Kowalski','Moreau'])[1 + n %% 10]
                   || chr(97 + n / 10 %% 26) || chr(97 + n / 260 %% 26),
                 (array['Ana','Luis','Marta','Jan','Petra','Chidi','Eva'])[1 + n %% 7],
                 date '1950-01-01' + (n * 37) %% 20000, 'FEMALE', '6' || lpad((n * 7919 %% 100000000)::text, 8, '0'),
                 p.language, p.registered_at, p.registered_by
            from patient p, generate_series(1, 10000) n
           where p.clinic_id = %d and p.id = %d"""
              .formatted(clinic.id(), alike));
      statement.execute("analyze patient");
    }
  }

  private static Map<String, String> manyAndFew() throws SQLException {
    return Map.of(
        "/patient/index.xhtml",
        "/patient/index.xhtml?page=40",
        "/worklist/index.xhtml",
        "/worklist/index.xhtml?page=40",
        "/diagnosis/inbox.xhtml",
        "/diagnosis/inbox.xhtml?page=40",
        patientWith("desc"),
        patientWith("asc"),
        screeningWith("desc"),
        screeningWith("asc"));
  }

  /** The patient with the most or the fewest entries in the timeline. */
  private static String patientWith(String order) throws SQLException {
    return "/patient/patient.xhtml?id="
        + id(
            "select p.id from timeline t join patient p on p.id = t.patient_id where p.clinic_id = "
                + DEMONSTRATION
                + " group by p.id order by count(*) "
                + order
                + ", p.id limit 1");
  }

  /** The screening with the most or the fewest flags. */
  private static String screeningWith(String order) throws SQLException {
    return "/screening/screening.xhtml?id="
        + id(
            "select s.id from screening s left join screening_flag f"
                + " on f.clinic_id = s.clinic_id and f.screening_id = s.id where s.clinic_id = "
                + DEMONSTRATION
                + " group by s.id order by count(f.id) "
                + order
                + ", s.id limit 1");
  }

  private static Map<String, String> pages() throws SQLException {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("worklist", "/worklist/index.xhtml");
    pages.put("patients", "/patient/index.xhtml");
    pages.put(
        "patient",
        "/patient/patient.xhtml?id="
            + id(
                "select patient_id from episode where clinic_id = "
                    + DEMONSTRATION
                    + " group by patient_id order by count(*) desc, patient_id limit 1"));
    pages.put(
        "merge",
        "/patient/merge.xhtml?a="
            + id(course("AWAITING_DIAGNOSIS", "e.patient_id"))
            + "&b="
            + id(course("PLAN_ACTIVE", "e.patient_id")));
    pages.put("intakes", "/intake/index.xhtml");
    pages.put("screening", "/screening/screening.xhtml?id=" + id(course("PLAN_ACTIVE", "s.id")));
    pages.put("diagnosis inbox", "/diagnosis/inbox.xhtml");
    for (String state : List.of("AWAITING_DIAGNOSIS", "DIAGNOSED", "PLAN_ACTIVE")) {
      long episode = id(course(state, "e.id"));
      pages.put("diagnosis " + state, "/diagnosis/diagnosis.xhtml?episode=" + episode);
      pages.put("plan " + state, "/plan/plan.xhtml?episode=" + episode);
    }
    return pages;
  }

  private static String course(String state, String column) {
    return "select "
        + column
        + " from episode e join screening s on s.clinic_id = e.clinic_id and s.episode_id = e.id"
        + " where e.state = '"
        + state
        + "'"
        + " and e.clinic_id = "
        + DEMONSTRATION
        + " order by e.id limit 1";
  }

  private static long id(String query) throws SQLException {
    try (Connection database = PacegateServer.get().superuser();
        Statement statement = database.createStatement()) {
      statement.execute("set search_path = pacegate, public");
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static Measured measure(Page page, String address) throws SQLException {
    for (int i = 0; i < WARM; i++) {
      get(page, address);
    }
    try (Connection database = PacegateServer.get().superuser();
        Statement statement = database.createStatement()) {
      statement.execute("create extension if not exists pg_stat_statements");
      statement.execute("select pg_stat_statements_reset()");
      List<Duration> times = new ArrayList<>();
      List<Duration> undisturbed = new ArrayList<>();
      for (int i = 0; i < TRIES; i++) {
        double busy = busyness();
        times.add(get(page, address));
        undisturbed.add(Duration.ofNanos((long) (times.get(i).toNanos() / busy)));
      }
      try (ResultSet row = statement.executeQuery(COUNT)) {
        row.next();
        // Rounded down: a timer's own statement may fall in between.
        int perRequest = (int) Math.floorDiv(row.getLong(1), TRIES);
        times.sort(null);
        undisturbed.sort(null);
        return new Measured(
            perRequest,
            times.get(TRIES / 2),
            undisturbed.get(TRIES / 2),
            undisturbed.get(0),
            row.getString(2));
      }
    }
  }

  /** How many times longer than its work a thread takes now: 1 on an idle machine. */
  private static double busyness() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begun = System.nanoTime();
    long worked = threads.getCurrentThreadCpuTime();
    long spent = 0;
    while (spent < SAMPLE.toNanos()) {
      spent = threads.getCurrentThreadCpuTime() - worked;
    }
    return Math.max(1, (System.nanoTime() - begun) / (double) spent);
  }

  private static Duration get(Page page, String address) {
    long begun = System.nanoTime();
    var answer = page.request().get(address);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(answer.status()).as(address).isEqualTo(200);
    assertThat(answer.url()).as(address).doesNotContain("/signin");
    assertThat(answer.text().stripTrailing()).as(address).endsWith("</html>");
    answer.dispose();
    return took;
  }

  /**
   * @param median from asking to the whole answer; longer while the machine has other work
   * @param undisturbed the median of them, each divided by how busy the machine was just before
   * @param least the least of them, for what is compared with another page's
   * @param asked the statements themselves, for whoever has to find the one too many
   */
  private record Measured(
      int statements, Duration median, Duration undisturbed, Duration least, String asked) {}
}
