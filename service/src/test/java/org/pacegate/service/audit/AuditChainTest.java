package org.pacegate.service.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.audit.AuditBreak.Kind.ANCHOR_GAP;
import static org.pacegate.service.audit.AuditBreak.Kind.ANCHOR_MISSING;
import static org.pacegate.service.audit.AuditBreak.Kind.CHAIN_REPLACED;
import static org.pacegate.service.audit.AuditBreak.Kind.EVENT_BACKDATED;
import static org.pacegate.service.audit.AuditBreak.Kind.EVENT_CHANGED;
import static org.pacegate.service.audit.AuditBreak.Kind.EVENT_FORGED;
import static org.pacegate.service.audit.AuditBreak.Kind.EVENT_MISSING;
import static org.pacegate.service.audit.AuditBreak.Kind.SEAL_CHANGED;
import static org.pacegate.service.audit.AuditBreak.Kind.SEAL_MISSING;
import static org.pacegate.service.audit.AuditBreak.Kind.TAIL_CUT;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.service.schema.SchemaTestDatabase;
import org.pacegate.service.schema.Sql;

/** The chain of seals against somebody who may do everything in the database. */
class AuditChainTest {

  @TempDir private Path folder;

  private SchemaTestDatabase database;
  private HikariDataSource sealers;
  private AuditSealer sealer;
  private ChainCheck check;

  /** Events 1 to 9 in seals 1 to 3, three each; everything sealed and anchored. */
  @BeforeEach
  void threeSealsOfThreeEvents() throws SQLException {
    database = SchemaTestDatabase.fresh();
    sealers = pool(database.sealer());
    SealedChain chain = new SealedChain(sealers);
    AuditAnchor anchor = new FileAnchor(anchorFile());
    sealer = new AuditSealer(chain, anchor, new AnchoredFrom(1), Clock.systemUTC());
    check = new ChainCheck(chain, anchor, new AnchoredFrom(1), Clock.systemUTC());
    for (int seal = 1; seal <= 3; seal++) {
      record(3);
      sealEverything();
    }
    assertThat(check.verify().isWhole()).isTrue();
    assertThat(check.verify().seals()).isEqualTo(3);
  }

  /** As on the server; most of what a statement costs is opening a connection for it. */
  private static HikariDataSource pool(DataSource database) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(database);
    config.setMinimumIdle(0);
    return new HikariDataSource(config);
  }

  @AfterEach
  void close() {
    sealers.close();
  }

  private Path anchorFile() {
    return folder.resolve("anchor.log");
  }

  private void record(int events) throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      for (int i = 0; i < events; i++) {
        Sql.run(application, AuditRightsTest.READ_OF_A_PATIENT);
      }
      application.commit();
    }
  }

  /** A server that starts anew, an hour after everything was sealed. */
  private AuditSealer startedLater(long from) {
    return new AuditSealer(
        new SealedChain(sealers),
        new FileAnchor(anchorFile()),
        new AnchoredFrom(from),
        anHourLater());
  }

  private AuditSealer startedAfterwards(AuditAnchor anchor, long from) {
    return new AuditSealer(
        new SealedChain(sealers), anchor, new AnchoredFrom(from), Clock.systemUTC());
  }

  private AuditBreak breakFoundLater(long from) {
    return checkedLater(from).firstBreak().orElseThrow();
  }

  private AuditVerdict checkedLater(long from) {
    return new ChainCheck(
            new SealedChain(sealers),
            new FileAnchor(anchorFile()),
            new AnchoredFrom(from),
            anHourLater())
        .verify();
  }

  private static Clock anHourLater() {
    return Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
  }

  /** The first pass marks how far it may go, the second goes there. */
  private void sealEverything() {
    sealer.seal();
    sealer.seal();
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection superuser = database.asSuperuserWithoutTriggers()) {
      for (String statement : statements) {
        Sql.run(superuser, statement);
      }
      superuser.commit();
    }
  }

  /** What somebody does to the audit, and where it must be found. */
  record Tampering(
      String says, AuditBreak.Kind kind, Long event, long seal, List<String> statements) {
    @Override
    public String toString() {
      return says + " is found as " + kind;
    }
  }

  private static Tampering event(
      String says, AuditBreak.Kind kind, long event, long seal, String... statements) {
    return new Tampering(says, kind, event, seal, List.of(statements));
  }

  private static Tampering seal(
      String says, AuditBreak.Kind kind, long seal, String... statements) {
    return new Tampering(says, kind, null, seal, List.of(statements));
  }

  static Stream<Tampering> tamperings() {
    return Stream.of(
        event(
            "changing a value",
            EVENT_CHANGED,
            5,
            2,
            "update audit.event set patient_id = 8 where id = 5"),
        event(
            "changing only a time",
            EVENT_CHANGED,
            5,
            2,
            "update audit.event set at = at + interval '1 microsecond' where id = 5"),
        event(
            "taking a value away",
            EVENT_CHANGED,
            1,
            1,
            "update audit.event set detail = null where id = 1"),
        event(
            "moving text from one column to the next",
            EVENT_CHANGED,
            4,
            2,
            "update audit.event set action = 'REA', entity = 'DPatient' where id = 4"),
        event(
            "a time that is no time",
            EVENT_CHANGED,
            9,
            3,
            "update audit.event set at = 'infinity' where id = 9"),
        event("deleting an event", EVENT_MISSING, 6, 2, "delete from audit.event where id = 6"),
        event(
            "deleting the last event", EVENT_MISSING, 9, 3, "delete from audit.event where id = 9"),
        event(
            "forging an event in the middle",
            EVENT_FORGED,
            4,
            2,
            "update audit.event set id = 100 where id = 4",
            "update audit.seal set ids = array[5, 6], digests = digests[2:3] where no = 2",
            "update audit.seal s set hash = audit.hash_of(s) where no = 2",
            "update audit.seal s set previous = (select hash from audit.seal where no = 2) where no = 3",
            "update audit.seal s set hash = audit.hash_of(s) where no = 3",
            "update audit.event set id = 4 where id = 100"),
        event(
            "forging an event before the first",
            EVENT_FORGED,
            -1,
            1,
            "alter table audit.event drop constraint event_id_check",
            """
            insert into audit.event (id, at, action, entity, outcome)
            values (-1, '2020-01-01', 'READ', 'Patient', 'DONE')"""),
        seal("deleting a seal", SEAL_MISSING, 2, "delete from audit.seal where no = 2"),
        seal("deleting the first seal", SEAL_MISSING, 1, "delete from audit.seal where no = 1"),
        seal(
            "changing a seal",
            SEAL_CHANGED,
            2,
            "update audit.seal set at = at + interval '1 second' where no = 2"),
        seal(
            "renumbering over a gap",
            SEAL_CHANGED,
            2,
            "delete from audit.seal where no = 2",
            "update audit.seal set no = 2 where no = 3"),
        seal(
            "cutting the tail",
            TAIL_CUT,
            3,
            "delete from audit.seal where no = 3",
            "delete from audit.event where id > 6"),
        seal(
            "emptying everything",
            TAIL_CUT,
            1,
            "delete from audit.seal",
            "delete from audit.event"));
  }

  @ParameterizedTest(name = "R9.5 {0}")
  @MethodSource("tamperings")
  void whatever_is_tampered_with_is_found_and_located(Tampering done) throws SQLException {
    tamper(done.statements().toArray(String[]::new));

    AuditBreak found = check.verify().firstBreak().orElseThrow();

    assertThat(found.kind()).isEqualTo(done.kind());
    assertThat(found.eventId()).isEqualTo(done.event());
    assertThat(found.sealNo()).isEqualTo(done.seal());
  }

  @Test
  void R9_5_a_chain_computed_anew_after_a_change_is_not_the_anchored_one() throws SQLException {
    tamper(
        "update audit.event set patient_id = 8 where id = 5",
        """
        update audit.seal s set digests = (
          select array_agg(sha256(audit.bytes_of(e, 1::smallint)) order by e.id)
            from audit.event e where e.id = any (s.ids))""",
        "update audit.seal s set hash = audit.hash_of(s) where no = 2",
        "update audit.seal s set previous = (select hash from audit.seal where no = 2) where no = 3",
        "update audit.seal s set hash = audit.hash_of(s) where no = 3");
    assertThat(check.verify().firstBreak())
        .hasValueSatisfying(
            found -> {
              assertThat(found.kind()).isEqualTo(CHAIN_REPLACED);
              assertThat(found.sealNo()).isEqualTo(2);
            });
  }

  @Test
  void R9_5_a_cut_tail_is_found_after_new_events_have_grown_over_it() throws SQLException {
    tamper("delete from audit.seal where no = 3", "delete from audit.event where id > 6");
    record(2);
    sealEverything();
    assertThat(check.verify().firstBreak().orElseThrow().kind()).isEqualTo(CHAIN_REPLACED);
    assertThat(check.verify().firstBreak().orElseThrow().sealNo()).isEqualTo(3);
  }

  @Test
  void R9_5_an_event_slipped_in_with_a_past_time_is_found() throws SQLException {
    tamper(
        """
        insert into audit.event (id, at, action, entity, outcome)
        values (nextval('audit.event_seq'), '2026-01-01', 'READ', 'Patient', 'DONE')""");
    sealEverything();
    AuditBreak found = check.verify().firstBreak().orElseThrow();
    assertThat(found.kind()).isEqualTo(EVENT_BACKDATED);
    assertThat(found.eventId()).isEqualTo(10);
  }

  @ParameterizedTest(name = "R9.6 {0}")
  @ValueSource(
      strings = {
        "timezone = 'Asia/Tokyo'",
        "datestyle = 'ISO, MDY'",
        "intervalstyle = 'sql_standard'",
        "bytea_output = 'escape'",
        "extra_float_digits = -15"
      })
  void a_session_that_is_set_otherwise_computes_the_same(String setting) throws SQLException {
    try (Connection auditor = database.asSealer()) {
      Sql.run(auditor, "set " + setting);
      assertThat(Sql.texts(auditor, "select kind from audit.verify()")).isEmpty();
      Sql.run(auditor, "select audit.seal_finished_events()");
      auditor.commit();
    }
    record(1);
    sealEverything();
    assertThat(check.verify().isWhole()).isTrue();
  }

  @Test
  void R9_6_a_column_that_is_added_later_breaks_nothing_and_hides_nothing() throws SQLException {
    try (Connection owner = database.asOwner()) {
      Sql.run(owner, "alter table audit.event add column station text default 'desk'");
      owner.commit();
    }
    record(1);
    sealEverything();
    assertThat(check.verify().isWhole()).isTrue();

    tamper("update audit.event set patient_id = 8 where id = 10");
    assertThat(check.verify().firstBreak().orElseThrow().eventId()).isEqualTo(10);
  }

  @Test
  void R9_3_a_transaction_that_hangs_delays_the_seal_and_is_not_skipped() throws SQLException {
    try (Connection slow = database.asApplication()) {
      Sql.enterClinic(slow, 1);
      Sql.run(slow, AuditRightsTest.READ_OF_A_PATIENT);
      record(2);
      sealEverything();
      assertThat(check.verify().pendingEvents()).isEqualTo(2);
      assertThat(check.verify().pendingSince()).isPresent();
      slow.commit();
    }
    sealEverything();
    sealEverything();
    assertThat(check.verify().pendingEvents()).isZero();
    assertThat(check.verify().isWhole()).isTrue();
  }

  @Test
  void R9_3_a_rolled_back_event_leaves_a_gap_that_is_no_break() throws SQLException {
    try (Connection application = database.asApplication()) {
      Sql.enterClinic(application, 1);
      Sql.run(application, AuditRightsTest.READ_OF_A_PATIENT);
      application.rollback();
    }
    record(1);
    sealEverything();
    assertThat(check.verify().isWhole()).isTrue();
  }

  @Test
  void R9_3_after_a_restore_into_another_cluster_sealing_goes_on() throws SQLException {
    tamper("update audit.mark set tx = '4000000000000', upto = 9");
    record(1);
    sealEverything();
    sealEverything();
    assertThat(check.verify().pendingEvents()).isZero();
    assertThat(check.verify().isWhole()).isTrue();
  }

  @Test
  void R9_3_sealing_again_changes_nothing() throws SQLException {
    sealEverything();
    sealEverything();
    assertThat(check.verify().seals()).isEqualTo(3);
  }

  @Test
  void R9_4_what_could_not_be_anchored_is_anchored_later() throws SQLException, IOException {
    AuditAnchor nowhere = new FileAnchor(Path.of("/proc/nowhere/anchor.log"));
    AuditSealer unlucky = startedAfterwards(nowhere, 1);
    record(1);
    unlucky.seal();
    unlucky.seal();
    assertThat(check.verify().seals()).isEqualTo(4);
    sealer.seal();
    assertThat(Files.readAllLines(anchorFile())).hasSize(4).last().asString().contains("seal 4 ");
  }

  @Test
  void R9_4_a_line_cut_short_by_a_crash_is_written_again() throws SQLException, IOException {
    List<String> lines = Files.readAllLines(anchorFile());
    Files.writeString(
        anchorFile(), lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 30));
    startedAfterwards(new FileAnchor(anchorFile()), 1).seal();
    assertThat(Files.readAllLines(anchorFile())).hasSize(4).last().isEqualTo(lines.get(2));
    assertThat(check.verify().isWhole()).isTrue();
  }

  @Test
  void R9_4_a_changed_anchor_is_found_too() throws IOException {
    Files.writeString(
        anchorFile(),
        "pacegate-seal 9 2026-11-23T00:00:00Z " + "0".repeat(64) + "\n",
        StandardOpenOption.APPEND);
    assertThat(check.verify().firstBreak().orElseThrow().kind()).isEqualTo(TAIL_CUT);
  }

  @Test
  void R9_9_an_anchor_that_was_removed_is_found_and_not_made_again() throws Exception {
    Files.delete(anchorFile());
    startedLater(1).seal();

    assertThat(anchorFile()).doesNotExist();
    assertThat(breakFoundLater(1).kind()).isEqualTo(ANCHOR_MISSING);
    assertThat(breakFoundLater(1).sealNo()).isEqualTo(1);
  }

  @Test
  void R9_9_removing_the_anchor_hides_no_cut_tail() throws Exception {
    Files.delete(anchorFile());
    tamper("delete from audit.seal where no = 3", "delete from audit.event where id > 6");
    AuditSealer restarted = startedLater(1);
    restarted.seal();
    record(3);
    restarted.seal();
    restarted.seal();
    assertThat(breakFoundLater(1).kind()).isEqualTo(ANCHOR_MISSING);
  }

  @Test
  void R9_9_an_anchor_that_was_thinned_is_found() throws Exception {
    List<String> lines = Files.readAllLines(anchorFile());
    Files.write(anchorFile(), List.of(lines.get(0), lines.get(2)));
    startedLater(1).seal();

    assertThat(breakFoundLater(1).kind()).isEqualTo(ANCHOR_GAP);
    assertThat(breakFoundLater(1).sealNo()).isEqualTo(2);
  }

  @Test
  void R9_9_links_made_just_now_may_be_on_their_way_to_the_anchor() throws Exception {
    Files.delete(anchorFile());
    assertThat(check.verify().isWhole()).isTrue();
    startedAfterwards(new FileAnchor(anchorFile()), 1).seal();
    assertThat(Files.readAllLines(anchorFile())).hasSize(3);
  }

  @Test
  void R9_9_an_operator_begins_another_anchor_with_the_next_link() throws Exception {
    Files.delete(anchorFile());
    record(1);
    AuditSealer restarted = startedLater(4);
    restarted.seal();
    restarted.seal();

    assertThat(Files.readAllLines(anchorFile())).singleElement().asString().contains("seal 4 ");
    assertThat(checkedLater(4).isWhole()).isTrue();
    assertThat(breakFoundLater(3).kind()).isEqualTo(ANCHOR_GAP);
  }
}
