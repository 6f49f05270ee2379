package org.pacegate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R4.9, R12.18: an installation of its own loses power at random moments while three people at the
 * desk and one behind links type a hundred intakes at the same time.
 */
class KilledAgainAndAgainIT {

  private static final int INTAKES = 100;
  private static final int TYPISTS = 4;
  private static final int KILLS = 3;
  private static final long SEED = 20261126;

  @TempDir private Path data;

  private final ConcurrentMap<String, String> saved = new ConcurrentHashMap<>();
  private final Random random = new Random(SEED);

  @Test
  void R4_9_no_answer_shown_as_saved_is_missing_and_none_is_there_twice() throws Exception {
    int port = PacegateServer.freePort();
    var environment =
        Map.of("PACEGATE_DATA_DIR", data.toString(), "PACEGATE_HTTP_PORT", Integer.toString(port));
    ExecutorService desk = Executors.newFixedThreadPool(TYPISTS);
    try {
      List<Future<Void>> typists = new ArrayList<>();
      var next = new AtomicInteger();
      for (int kill = 0; kill <= KILLS; kill++) {
        try (var launched = Launched.with(environment)) {
          launched.awaitReady();
          if (typists.isEmpty()) {
            for (int i = 0; i < TYPISTS; i++) {
              typists.add(desk.submit(typist(i, "http://127.0.0.1:" + port, next)));
            }
          }
          if (kill < KILLS) {
            int until = saved.size() + random.nextInt(80, 160);
            Launched.await(() -> saved.size() >= until || haveStopped(typists));
          } else {
            for (Future<Void> typist : typists) {
              typist.get();
            }
          }
          assertThat(haveStopped(typists)).as("before kill " + kill).isEqualTo(kill == KILLS);
          launched.losePower(data);
        }
      }
    } finally {
      desk.shutdownNow();
    }
    Map<String, List<String>> kept = onRecord();
    assertThat(saved).hasSize(INTAKES * 8);
    assertThat(byLink()).as("intakes behind a link").isGreaterThanOrEqualTo(INTAKES / 10);
    saved.forEach(
        (answer, value) -> assertThat(kept.get(answer)).as(answer).containsExactly(value));
    assertThat(namesIn(kept))
        .as("no intake is there twice")
        .doesNotHaveDuplicates()
        .hasSize(INTAKES);
    PacegateServer.get()
        .figures()
        .add(
            "killed %d times while %d intakes were typed, %d behind a link: %d answers shown as saved, all on record once"
                .formatted(KILLS + 1, INTAKES, byLink(), saved.size()));
  }

  private Typist typist(int number, String url, AtomicInteger next) {
    return number == 0
        ? new LinkTypist(url, next, INTAKES, saved)
        : new DeskTypist(url, next, INTAKES, saved);
  }

  /** How many were typed behind a link, which alone asks for a phone here. */
  private long byLink() {
    return saved.keySet().stream().filter(answer -> answer.endsWith(" person.phone")).count();
  }

  private static List<String> namesIn(Map<String, List<String>> kept) {
    return kept.entrySet().stream()
        .filter(answer -> answer.getKey().endsWith(" person.familyName"))
        .flatMap(answer -> answer.getValue().stream())
        .filter(name -> name.startsWith("Killed"))
        .toList();
  }

  private static boolean haveStopped(List<Future<Void>> typists) {
    return typists.stream().allMatch(Future::isDone);
  }

  /**
   * What the database holds after its last recovery: family name and field, and the values; those
   * of two intakes of one name together.
   */
  private Map<String, List<String>> onRecord() throws SQLException {
    Map<String, List<String>> kept = new TreeMap<>();
    try (var embedded = new EmbeddedDatabase(new DataDirectory(data));
        var superuser = embedded.start().connect(embedded.superuser());
        var statement = superuser.createStatement();
        var rows =
            statement.executeQuery(
                """
                select n.value || ' ' || e.field, e.value
                  from pacegate.intake_entry e
                  join pacegate.intake i on i.clinic_id = e.clinic_id and i.id = e.intake_id
                  join pacegate.intake_entry n on n.clinic_id = e.clinic_id
                   and n.intake_id = e.intake_id and n.field = 'person.familyName'
                 where i.state = 'DRAFT'
                """)) {
      while (rows.next()) {
        kept.computeIfAbsent(rows.getString(1), first -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return kept;
  }
}
