package org.pacegate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.gate.Doors;
import org.pacegate.gate.Rows;
import org.pacegate.gate.Situation;
import org.pacegate.launcher.PacegateServer;

/** Three people work on one runner's record; the audit tells who did what, and stays whole. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AuditAfterJourneyIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static Doors clinic;
  private static long lastEvent;

  @Deployment(testable = false)
  static EnterpriseArchive deployment() {
    return Doors.deployment(AuditAfterJourneyIT.class);
  }

  @BeforeAll
  static void work() {
    clinic = Doors.ofAClinic().with(Situation.VALID);
    long patient = clinic.id("patient");
    long episode = clinic.id("episode");
    clinic.as(Role.STAFF, "find", "words", "Doorsson");
    clinic.as(Role.STAFF, "header", "patient", patient);
    clinic.as(Role.STAFF, "record", "patient", patient);
    clinic.as(Role.PHYSICIAN, "diagnosisDesk", "episode", episode);
    clinic.as(Role.THERAPIST, "planDesk", "episode", episode);
    clinic.start(Role.THERAPIST);
    long diagnosis = clinic.id("diagnosis");
    clinic.as(Role.PHYSICIAN, "end", "episode", episode, "diagnosis", diagnosis, "as", "REFUTED");
    clinic.start(Role.PHYSICIAN);
    String last = "select max(id) from audit.event where clinic_id = ?";
    lastEvent = Long.parseLong(Rows.of(last, clinic.id("clinic")).get(0));
    awaitSeal();
  }

  /** Until the sealer has passed and its link is in the anchor. */
  private static void awaitSeal() {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (anchor().stream().noneMatch(line -> line.equals(link()))) {
      assertThat(Instant.now()).as("the sealer's turn").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  /** The chain's link over the last event as it has to stand in the anchor, without its time. */
  private static String link() {
    return Rows.of(
            "select 'pacegate-seal ' || no || ' ' || encode(hash, 'hex') from audit.seal"
                + " where hi >= ? order by no limit 1",
            lastEvent)
        .stream()
        .findFirst()
        .orElse("none yet");
  }

  private static List<String> anchor() {
    Path file = PacegateServer.get().dataDirectory().resolve("audit-anchor.log");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .map(line -> line.replaceFirst("^(pacegate-seal \\d+) \\S+", "$1"))
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STAFF, find, SEARCH Patient DONE",
    "STAFF, header, READ Patient DONE",
    "STAFF, record, READ Patient DONE",
    "PHYSICIAN, diagnosisDesk, READ EpisodeOfCare DONE",
    "THERAPIST, planDesk, READ EpisodeOfCare DONE",
    "THERAPIST, start, CREATE CarePlan DONE",
    "PHYSICIAN, end, SIGN Condition DONE",
    "PHYSICIAN, start, REFUSE CarePlan REFUSED"
  })
  void every_read_and_change_tells_who_where_what_and_in_which_request(
      Role role, String door, String what) {
    List<String> events =
        Rows.of(
            "select action || ' ' || entity || ' ' || outcome || ' ' || practitioner_id || ' '"
                + " || coalesce(patient_id::text, 'list') from audit.event"
                + " where clinic_id = ? and request_id = ?",
            clinic.id("clinic"),
            Doors.requestOf(clinic.login(role), door));
    String patient = door.equals("find") ? "list" : Long.toString(clinic.id("patient"));
    assertThat(events).containsExactly(what + " " + clinic.id(role.name()) + " " + patient);
  }

  @Test
  void the_administrator_finds_the_audit_whole_and_its_head_in_the_anchor() {
    assertThat(clinic.as(Role.ADMIN, "verify"))
        .contains("firstBreak=Optional.empty")
        .contains("anchored=true");
    assertThat(clinic.as(Role.PHYSICIAN, "verify")).isEqualTo("DENIED");
    assertThat(anchor()).contains(link());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EVENT_CHANGED | update audit.event set detail = 'nothing' where id = ?",
        "EVENT_CHANGED | update audit.event set at = at + interval '1 second' where id = ?",
        "EVENT_MISSING | delete from audit.event where id = ?",
        "SEAL_MISSING | delete from audit.seal where no = (select max(no) - 1 from audit.seal where lo < ?)"
      })
  void who_can_stop_the_triggers_is_found_out(String kind, String crime) throws SQLException {
    try (Connection intruder = PacegateServer.get().superuser()) {
      intruder.setAutoCommit(false);
      Rows.run(intruder, "set local session_replication_role = replica");
      Rows.run(intruder, "set local timezone = 'Asia/Tokyo'");
      assertThat(verdict(intruder)).isEmpty();
      assertThat(Rows.run(intruder, crime, lastEvent)).isPositive();
      String found = kind.startsWith("EVENT") ? kind + " " + lastEvent : kind + " ";
      assertThat(verdict(intruder)).containsExactly(found);
      intruder.rollback();
    }
  }

  private static List<String> verdict(Connection database) throws SQLException {
    return Rows.of(
        database, "select kind || ' ' || coalesce(event_id::text, '') from audit.verify()");
  }
}
