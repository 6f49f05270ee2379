package org.pacegate.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
import org.pacegate.testing.InServer;

/** Three people work on one runner's record; the audit tells who did what, and stays whole. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AuditAfterJourneyIT {

  private static Doors clinic;
  private static SealedAudit audit;

  @Deployment
  static EnterpriseArchive deployment() {
    return InServer.deployment();
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
    audit = SealedAudit.of(clinic.id("clinic"));
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
    assertThat(audit.isAnchored()).isTrue();
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
      assertThat(Rows.run(intruder, crime, audit.lastEvent())).isPositive();
      String found = kind.startsWith("EVENT") ? kind + " " + audit.lastEvent() : kind + " ";
      assertThat(verdict(intruder)).containsExactly(found);
      intruder.rollback();
    }
  }

  private static List<String> verdict(Connection database) throws SQLException {
    return Rows.of(
        database, "select kind || ' ' || coalesce(event_id::text, '') from audit.verify()");
  }
}
