package org.pacegate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.domain.clinic.Role;
import org.pacegate.gate.Doors;
import org.pacegate.gate.Rows;
import org.pacegate.gate.Situation;
import org.pacegate.launcher.PacegateServer;
import org.pacegate.testing.InServer;

/**
 * One clinic in the hands of another one's people: every table with a clinic through the server's
 * own pool, and every reading service, give nothing (docs/architecture.md, rule 6).
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class OtherClinicIT {

  private static final String CLINICAL_TABLES =
      """
      select c.oid::regclass::text
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
       where c.relkind in ('r', 'p') and c.relnamespace in ('pacegate'::regnamespace, 'audit'::regnamespace)
       order by 1
      """;

  private static final String COLUMN =
      """
      select a.attname from pg_attribute a
       where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
       order by has_column_privilege('pacegate_app', a.attrelid, a.attnum, 'update') desc, a.attnum limit 1
      """;

  private static Doors here;
  private static Doors there;

  private final HttpClient client = HttpClient.newHttpClient();

  @Deployment
  static EnterpriseArchive deployment() {
    return InServer.deployment();
  }

  @BeforeAll
  static void open() {
    here = Doors.ofAClinic().with(Situation.VALID);
    here.start(Role.THERAPIST);
    there = Doors.ofAClinic();
  }

  @Test
  void every_table_with_a_clinic_shows_and_takes_nothing() throws Exception {
    Map<String, String> wrong = new LinkedHashMap<>();
    List<String> tables = Rows.of(CLINICAL_TABLES);
    assertThat(tables).hasSizeGreaterThan(20);
    for (String table : tables) {
      String others = " where clinic_id <> " + there.id("clinic");
      String column = Rows.of(COLUMN, table).get(0);
      expectNothing(wrong, "select count(*) from " + table + others);
      expectNothing(wrong, "update " + table + " set " + column + " = " + column + others);
      expectNothing(wrong, "delete from " + table + others);
      expectRefusal(
          wrong, "insert into " + table + " (clinic_id) values (" + here.id("clinic") + ")");
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_tables_that_show_nothing_are_not_empty() {
    List<String> never =
        List.of(
            "setting",
            "diagnosis_review",
            "finding",
            "form_draft",
            "intake_amendment",
            "intake_confirmation",
            "intake_entry",
            "intake_entry_history",
            "intake_link",
            "door_session",
            "kiosk",
            "kiosk_turned_away",
            "expected_intake",
            "intake_response",
            "message",
            "patient_identification",
            "patient_merge",
            "patient_merge_moved",
            "patient_merge_row",
            "patient_merge_undo",
            "patient_previous_contact",
            "patient_previous_name",
            "own_code",
            "own_edition",
            "questionnaire",
            "questionnaire_audience",
            "referral_delivery",
            "licence_proof",
            "diagnosis_policy",
            "diagnosis_policy_signature",
            "referral_letter",
            "threshold_version",
            "threshold_signature");
    List<String> empty =
        Rows.of(CLINICAL_TABLES).stream()
            .filter(table -> !never.contains(table.replaceFirst(".*\\.", "")))
            .filter(
                table ->
                    Rows.of(
                            "select 1 from " + table + " where clinic_id <> ? limit 1",
                            there.id("clinic"))
                        .isEmpty())
            .toList();
    assertThat(empty).isEmpty();
  }

  @Test
  void a_clinic_itself_is_hidden_from_the_others() throws Exception {
    String others = " where id <> " + there.id("clinic");
    assertThat(tried("select count(*) from clinic" + others)).isEqualTo("rows 0");
    assertThat(tried("select count(*) from clinic")).isEqualTo("rows 1");
  }

  private void expectNothing(Map<String, String> wrong, String sql) throws Exception {
    String answer = tried(sql);
    if (!answer.equals("rows 0") && !answer.equals("refused 42501")) {
      wrong.put(sql, answer);
    }
  }

  private void expectRefusal(Map<String, String> wrong, String sql) throws Exception {
    String answer = tried(sql);
    if (!answer.equals("refused 42501")) {
      wrong.put(sql, answer);
    }
  }

  private String tried(String sql) throws Exception {
    String address =
        "%s/in-server/stranger?login=%s&sql=%s"
            .formatted(
                PacegateServer.get().url(),
                there.login(Role.STAFF),
                URLEncoder.encode(sql, StandardCharsets.UTF_8));
    return client
        .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
        .body();
  }

  @Test
  void no_reading_service_names_or_counts_a_runner_of_the_other_clinic() {
    String name = Rows.of("select family_name from patient where id = ?", patient()).get(0);
    String number = Rows.of("select record_number from patient where id = ?", patient()).get(0);
    for (String words : List.of(name, number, "600123987", "1988-03-02", "02.03.1988", "", "%")) {
      assertThat(there.as(Role.STAFF, "find", "words", words))
          .isEqualTo("PatientPage[rows=[], total=0]");
      assertThat(there.as(Role.STAFF, "matches", "words", words)).isEqualTo("[]");
    }
    assertThat(here.as(Role.STAFF, "find", "words", name)).contains(name).contains("total=1");
    for (Role role : List.of(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN)) {
      assertThat(there.as(role, "worklist")).contains("rows=[]").contains("total=0");
      assertThat(there.as(role, "drafts")).isEqualTo("[]");
      assertThat(there.as(role, "form", "episode", episode())).isEqualTo("Optional.empty");
    }
  }

  @Test
  void no_reading_service_opens_a_record_of_the_other_clinic() {
    for (Role role : List.of(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN)) {
      for (String page : List.of("header", "record")) {
        assertThat(there.as(role, page, "patient", patient())).isEqualTo("MISSING");
      }
      assertThat(there.as(role, "planDesk", "episode", episode())).isEqualTo("MISSING");
    }
    assertThat(there.as(Role.PHYSICIAN, "diagnosisDesk", "episode", episode()))
        .isEqualTo("MISSING");
  }

  private static long patient() {
    return here.id("patient");
  }

  private static long episode() {
    return here.id("episode");
  }
}
