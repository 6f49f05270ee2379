package org.pacegate.service.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.demonstration.LoadedDemonstration.DESK;
import static org.pacegate.service.demonstration.LoadedDemonstration.SIERRA;
import static org.pacegate.service.demonstration.LoadedDemonstration.counts;
import static org.pacegate.service.demonstration.LoadedDemonstration.rows;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.clinic.PasswordRules;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.service.clinic.ClinicRegistration;
import org.pacegate.service.intake.FieldProblem;
import org.pacegate.service.intake.IntakeSubmission;
import org.pacegate.service.screening.RuleSetBySite;
import org.pacegate.service.testing.TestClinics;

class DemonstrationTest {

  private final TestClinics clinics = LoadedDemonstration.once();

  @Test
  void r10_1_fills_only_a_database_without_a_clinic() {
    boolean first = clinics.work(services -> services.get(ClinicRegistration.class).isFirst());

    assertThat(first).isFalse();
  }

  @Test
  void r10_2_its_clinics_are_marked_and_each_sees_its_own_runners_only() {
    String clinic = "select name, demonstration from clinic";
    String runners = "select count(*) from patient";

    assertThat(rows(clinics, DESK, clinic)).containsExactly("Riverside Running Clinic|true");
    assertThat(rows(clinics, SIERRA, clinic)).containsExactly("Clínica del Corredor Sierra|true");
    assertThat(rows(clinics, DESK, runners)).containsExactly("110");
    assertThat(rows(clinics, SIERRA, runners)).containsExactly("40");
  }

  @Test
  void r10_2_the_printed_accounts_are_those_that_exist() throws Exception {
    Map<String, Set<String>> existing = new HashMap<>(accounts(DESK));
    existing.putAll(accounts(SIERRA));
    Map<String, Set<String>> printed = new HashMap<>();
    Properties list = list();
    for (String login : list.stringPropertyNames()) {
      if (!login.equals("password")) {
        printed.put(login, rolesIn(list.getProperty(login)));
      }
    }

    assertThat(printed).hasSize(12).isEqualTo(existing);
    assertThat(new PasswordRules(printed.keySet()).problemOf(list.getProperty("password")))
        .isEmpty();
    assertThat(rows(clinics, DESK, "select 1 from account where must_change_password")).isEmpty();
  }

  private Map<String, Set<String>> accounts(String login) {
    Map<String, Set<String>> accounts = new HashMap<>();
    for (String row :
        rows(
            clinics,
            login,
            "select a.login, r.role from account a join account_role r on r.account_id = a.id")) {
      String[] account = row.split("\\|", -1);
      accounts.computeIfAbsent(account[0], unknown -> new TreeSet<>()).add(account[1]);
    }
    return accounts;
  }

  private static Properties list() throws Exception {
    Properties list = new Properties();
    try (var in = Demonstration.class.getResourceAsStream("/demonstration/accounts.properties")) {
      list.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return list;
  }

  private static Set<String> rolesIn(String described) {
    String roles = described.substring(described.lastIndexOf('(') + 1, described.lastIndexOf(')'));
    return new TreeSet<>(List.of(roles.split(", ")));
  }

  @Test
  void r10_4_the_people_hold_every_role_and_every_kind_of_licence() {
    Set<String> held = new TreeSet<>();
    accounts(DESK).values().forEach(held::addAll);

    assertThat(held).containsExactlyInAnyOrder(names(Role.values()));
    assertThat(accounts(DESK)).hasSize(8);
    assertThat(accounts(SIERRA)).hasSize(4);
    assertThat(
            rows(
                clinics,
                DESK,
                "select profession, lapsed_on is not null, valid_to < current_date + 30 from licence"))
        .contains(
            "PHYSICIAN|false|true",
            "PHYSICIAN|true|false",
            "PHYSIOTHERAPIST|false|false",
            "PHYSICIAN|false|false");
  }

  @ParameterizedTest
  @ValueSource(strings = {DESK, SIERRA})
  void r10_4_somebody_stands_in_every_state_of_an_episode(String login) {
    Map<String, Long> states =
        counts(clinics, login, "select state, count(*) from episode group by state");
    System.out.println(login + " " + states);

    assertThat(states).containsOnlyKeys(names(EpisodeState.values()));
    assertThat(rows(clinics, login, "select state from intake group by state having count(*) > 1"))
        .contains("DRAFT", "SUBMITTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {DESK, SIERRA})
  void r10_4_what_a_runner_sent_waits_in_the_inbox_with_nothing_missing(String login) {
    List<String> received = rows(clinics, login, "select id from intake where state = 'RECEIVED'");

    assertThat(received).hasSize(1);
    assertThat(
            clinics.<List<FieldProblem>>as(
                login,
                services ->
                    services.get(IntakeSubmission.class).problems(Long.parseLong(received.get(0)))))
        .isEmpty();
    assertThat(
            rows(
                clinics,
                login,
                "select distinct door from intake_entry where intake_id = " + received.get(0)))
        .containsExactly("LINK");
  }

  @Test
  void r10_4_every_kind_of_danger_and_of_suspension_is_there() {
    assertThat(
            rows(
                clinics,
                DESK,
                "select distinct s.max_urgency, s.acknowledged_at is not null from episode e"
                    + " join screening s on s.episode_id = e.id where e.state = 'LOCKED_RED_FLAG'"
                    + " and s.status = 'POSITIVE_OPEN'"))
        .containsExactlyInAnyOrder(
            "U0_EMERGENCY_NOW|true",
            "U0_EMERGENCY_NOW|false",
            "U1_SAME_DAY|true",
            "U1_SAME_DAY|false");
    assertThat(rows(clinics, DESK, "select state_reason from care_plan where state = 'SUSPENDED'"))
        .contains(
            "plan.suspended.dangerousAnswer",
            "plan.suspended.openFlag",
            "plan.suspended.diagnosisRevised",
            "plan.suspended.diagnosisRefuted",
            "plan.suspended.licenceLapsed");
    assertThat(rows(clinics, DESK, "select distinct status from screening"))
        .containsExactlyInAnyOrder("INCOMPLETE", "NEGATIVE", "POSITIVE_OPEN", "POSITIVE_CLEARED");
    assertThat(rows(clinics, DESK, "select distinct state from screening_flag"))
        .containsExactlyInAnyOrder("OPEN", "CLEARED", "CONFIRMED");
    assertThat(rows(clinics, DESK, "select distinct allowed from gate_decision"))
        .containsExactlyInAnyOrder("true", "false");
  }

  @ParameterizedTest
  @ValueSource(strings = {DESK, SIERRA})
  void r10_4_every_complaint_was_screened_by_the_rules_of_its_region(String login) {
    Set<String> screened = new TreeSet<>();
    for (String row :
        rows(
            clinics,
            login,
            "select distinct e.body_site, s.rule_set, s.rule_set_version, i.rule_set"
                + " from episode e join screening s on s.episode_id = e.id"
                + " join intake i on i.id = s.intake_id")) {
      String[] by = row.split("\\|", -1);
      assertThat(by[1]).as(row).isEqualTo(RuleSetBySite.of(BodySite.valueOf(by[0])));
      assertThat(by[2]).as(row).isEqualTo(by[1].equals("low-back-pain") ? "2" : "1");
      assertThat(by[3]).as(row).isEqualTo(by[1]);
      screened.add(by[1]);
    }

    assertThat(screened)
        .contains("low-back-pain", "hip-and-groin", "knee", "lower-leg", "ankle-and-foot");
    assertThat(
            rows(
                clinics,
                login,
                "select distinct e.state from episode e join screening s on s.episode_id = e.id"
                    + " join screening_flag f on f.screening_id = s.id where f.rule_id = 'ACH-1'"))
        .containsExactly("LOCKED_RED_FLAG");
  }

  @ParameterizedTest
  @ValueSource(strings = {DESK, SIERRA})
  void r10_4_a_diagnosis_is_about_the_region_of_the_complaint(String login) {
    assertThat(
            rows(
                clinics,
                login,
                "select distinct e.body_site, d.code from diagnosis d"
                    + " join episode e on e.id = d.episode_id"
                    + " where (e.body_site in ('NECK', 'UPPER_BACK', 'LOW_BACK', 'SACRUM'))"
                    + " <> (d.code ~ '^(M4|M5|S39)')"))
        .isEmpty();
  }

  @Test
  void r10_4_ages_reach_from_14_to_78_and_months_lie_behind() {
    assertThat(
            rows(
                clinics,
                DESK,
                "select min(age) between 14 and 15, max(age) between 70 and 78"
                    + " from (select extract(year from age(current_date, birth_date)) as age"
                    + " from patient) ages"))
        .containsExactly("true|true");
    assertThat(
            rows(
                clinics,
                DESK,
                "select count(*) filter (where opened_at < now() - interval '170 days') > 20,"
                    + " count(*) filter (where opened_at > now() - interval '1 day') > 3,"
                    + " count(*) - count(distinct patient_id) > 15 from episode"))
        .containsExactly("true|true|true");
  }

  @ParameterizedTest
  @ValueSource(strings = {DESK, SIERRA})
  void r10_5_no_plan_is_active_without_the_gate(String login) {
    assertThat(
            rows(
                clinics,
                login,
                "select p.id from care_plan p"
                    + " join diagnosis d on d.id = p.diagnosis_id"
                    + " join gate_decision g on g.id = p.gate_decision_id"
                    + " join licence l on l.id = d.licence_id"
                    + " where p.state = 'ACTIVE' and not (d.clinical_status = 'ACTIVE'"
                    + " and d.verification_status = 'CONFIRMED' and g.allowed"
                    + " and d.episode_id = p.episode_id and d.recorded_at < p.created_at"
                    + " and l.profession = 'PHYSICIAN'"
                    + " and d.recorded_on < coalesce(l.lapsed_on, 'infinity'))"))
        .isEmpty();
    assertThat(
            rows(
                clinics,
                login,
                "select 1 from episode e where e.state = 'PLAN_ACTIVE' and not exists"
                    + " (select from care_plan p where p.episode_id = e.id and p.state = 'ACTIVE')"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {DESK, SIERRA})
  void r10_5_nothing_lies_in_the_future_and_every_course_is_in_order(String login) {
    assertThat(rows(clinics, login, "select * from timeline where at > '" + clinics.now() + "'"))
        .isEmpty();
    assertThat(
            rows(
                clinics,
                login,
                "select t.episode_id from episode_transition t join episode_transition n"
                    + " on n.episode_id = t.episode_id and n.from_state = t.to_state"
                    + " and n.id > t.id and n.at < t.at"))
        .isEmpty();
  }

  @Test
  void r10_3_two_loads_of_the_same_instant_are_the_same() {
    try (TestClinics other = LoadedDemonstration.afresh(clinics.now())) {
      for (String login : List.of(DESK, SIERRA)) {
        for (String everything : EVERYTHING) {
          assertThat(rows(other, login, everything)).isEqualTo(rows(clinics, login, everything));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-03-28T00:30:00Z", "2028-02-29T23:59:30Z"})
  void r10_4_also_at_night_on_a_sunday_and_in_a_leap_year(Instant now) {
    try (TestClinics other = LoadedDemonstration.afresh(now)) {
      for (String login : List.of(DESK, SIERRA)) {
        String states = "select state, count(*) from episode group by state";
        assertThat(counts(other, login, states)).isEqualTo(counts(clinics, login, states));
        assertThat(rows(other, login, "select 1 from timeline where at > '" + now + "'")).isEmpty();
      }
    }
  }

  private static final List<String> EVERYTHING =
      List.of(
          "select family_name, given_name, birth_date, sex, phone, email, language from patient"
              + " order by 1, 2",
          "select t.at, t.kind, t.words, t.recorded_by, p.family_name from timeline t"
              + " join patient p on p.id = t.patient_id order by t.at, t.kind, p.family_name, t.words",
          "select i.started_at, e.field, e.value from intake_entry e"
              + " join intake i on i.id = e.intake_id order by 1, 2, 3",
          "select d.recorded_at, f.test, f.side, f.value from finding f"
              + " join diagnosis d on d.id = f.diagnosis_id order by 1, 2, 3",
          "select p.created_at, p.state, p.rest, b.kind, b.load_percent, b.instructions"
              + " from plan_block b join care_plan p on p.id = b.plan_id order by 1, 4",
          "select km_per_week, longest_run_km, surfaces, shoes, recorded_at from running_profile"
              + " order by recorded_at, 1",
          "select text_hash, given_at from consent order by 2, 1",
          "select l.number, l.valid_from, l.valid_to, l.lapsed_on from licence l order by 1");

  private static String[] names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
  }
}
