package org.pacegate.service.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.demonstration.LoadedDemonstration.DESK;
import static org.pacegate.service.demonstration.LoadedDemonstration.PHYSICIAN;
import static org.pacegate.service.demonstration.LoadedDemonstration.SIERRA;
import static org.pacegate.service.demonstration.LoadedDemonstration.THERAPIST;
import static org.pacegate.service.demonstration.LoadedDemonstration.rows;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.plan.BlockKind;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.diagnosis.CodeChoice;
import org.pacegate.service.diagnosis.DiagnosisCodes;
import org.pacegate.service.diagnosis.DiagnosisDesk;
import org.pacegate.service.diagnosis.DiagnosisDesks;
import org.pacegate.service.intake.IntakeDraftRow;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.patient.BirthDateLikeness;
import org.pacegate.service.patient.MatchQuestion;
import org.pacegate.service.patient.PatientPage;
import org.pacegate.service.patient.PatientRecord;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.patient.PatientSearch;
import org.pacegate.service.patient.PossibleMatch;
import org.pacegate.service.patient.TimelineEntry;
import org.pacegate.service.plan.PlanDesk;
import org.pacegate.service.plan.PlanDesks;
import org.pacegate.service.screening.Screenings;
import org.pacegate.service.testing.Services;
import org.pacegate.service.testing.TestClinics;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.service.worklist.WorklistRow;

/** Every reading service on the demonstration: what it shows, and how many statements it takes. */
class ReadingTheDemonstrationTest {

  private static final int MOST_STATEMENTS = 12;

  private final TestClinics clinics = LoadedDemonstration.once();

  @Test
  void the_worklist_begins_with_the_emergency_of_an_hour_ago() {
    WorklistPage page = clinics.as(PHYSICIAN, services -> services.get(Worklist.class).mine(0));
    System.out.println("worklist " + page.total() + " " + page.counts());

    WorklistRow first = page.rows().get(0);
    assertThat(first.urgency()).isEqualTo(Urgency.U0_EMERGENCY_NOW);
    assertThat(first.waitsFor()).isEqualTo(Waiting.ACKNOWLEDGE);
    assertThat(first.since()).isAfter(clinics.now().minusSeconds(3_600));
    assertThat(page.rows())
        .isSortedAccordingTo(
            Comparator.comparing(
                WorklistRow::urgency, Comparator.nullsLast(Comparator.naturalOrder())));
    assertThat(page.counts().keySet())
        .as("no draft of the demonstration is dangerous, and nobody in it doubts a diagnosis")
        .isEqualTo(
            EnumSet.complementOf(EnumSet.of(Waiting.FINISH_INTAKE, Waiting.REVIEW_DIAGNOSIS)));
    assertThat(page.urgent()).isGreaterThanOrEqualTo(8);
  }

  @Test
  void r8_6_the_inbox_holds_every_undecided_danger_whatever_step_comes_first() {
    WorklistPage inbox = clinics.as(PHYSICIAN, services -> services.get(Worklist.class).inbox(0));

    assertThat(inbox.rows()).extracting(WorklistRow::waitsFor).contains(Waiting.ACKNOWLEDGE);
    assertThat(inbox.rows())
        .filteredOn(row -> row.waitsFor() == Waiting.ACKNOWLEDGE)
        .allSatisfy(row -> assertThat(row.urgency()).isLessThan(Urgency.U2_URGENT_1_2W));
    long steps =
        inbox.counts().entrySet().stream()
            .filter(
                count ->
                    EnumSet.of(
                            Waiting.DECIDE_FLAG,
                            Waiting.TRANSFER,
                            Waiting.DIAGNOSE,
                            Waiting.SIGN_ANEW)
                        .contains(count.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(inbox.total()).isGreaterThan(steps);
  }

  @Test
  void the_worklist_counts_every_page() {
    WorklistPage first = clinics.as(DESK, services -> page(services, 0));
    WorklistPage second = clinics.as(DESK, services -> page(services, 1));

    assertThat(first.rows()).hasSize(25);
    assertThat(second.total()).isEqualTo(first.total());
    assertThat(second.rows()).doesNotContainAnyElementsOf(first.rows());
  }

  private static WorklistPage page(Services services, int page) {
    return services.get(Worklist.class).of(EnumSet.allOf(Waiting.class), page);
  }

  @Test
  void patients_are_found_by_name_number_birth_date_and_phone() {
    assertThat(find("")).satisfies(page -> assertThat(page.total()).isEqualTo(110));
    assertThat(find("ni dhomhnaill").rows()).hasSize(1);
    var somebody = find("Featherstonehaugh").rows().get(0);
    assertThat(find(somebody.recordNumber()).rows()).contains(somebody);
    assertThat(find(somebody.birthDate().toString()).rows()).contains(somebody);
    String phone = rows(clinics, DESK, "select phone from patient where phone is not null").get(0);
    assertThat(find(phone.substring(5)).rows()).isNotEmpty();
    assertThat(find("Etxeberria").rows()).isEmpty();
    for (String pattern : List.of("%", "_", "%%%", "a_a", "\\")) {
      assertThat(find(pattern).rows()).as(pattern).isEmpty();
    }
  }

  @Test
  void a_page_far_beyond_the_last_is_empty_and_no_failure() {
    int far = Integer.MAX_VALUE;
    assertThat(clinics.as(DESK, services -> services.get(PatientSearch.class).find("", far)).rows())
        .isEmpty();
    assertThat(clinics.as(DESK, services -> page(services, far)).rows()).isEmpty();
    long patient = find("").rows().get(0).patientId();
    assertThat(
            clinics
                .as(DESK, services -> services.get(PatientRecords.class).open(patient, far))
                .timeline())
        .isEmpty();
  }

  private PatientPage find(String words) {
    return clinics.as(DESK, services -> services.get(PatientSearch.class).find(words, 0));
  }

  @Test
  void somebody_known_is_a_possible_match_with_day_and_month_swapped() {
    String[] known =
        rows(
                clinics,
                DESK,
                "select family_name, given_name, birth_date from patient"
                    + " where extract(day from birth_date) <= 12"
                    + " and extract(day from birth_date) <> extract(month from birth_date)"
                    + " order by id")
            .get(0)
            .split("\\|", -1);
    LocalDate born = LocalDate.parse(known[2]);
    LocalDate swapped = LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());

    List<PossibleMatch> matches =
        clinics.as(
            DESK,
            services ->
                services
                    .get(PatientSearch.class)
                    .possibleMatches(new MatchQuestion(known[0], known[1], swapped, null, null)));

    assertThat(matches.get(0).familyName()).isEqualTo(known[0]);
    assertThat(matches.get(0).reasons().birthDate()).isEqualTo(BirthDateLikeness.SWAPPED);
    assertThat(
            clinics.<List<PossibleMatch>>as(
                DESK,
                services ->
                    services
                        .get(PatientSearch.class)
                        .possibleMatches(new MatchQuestion(known[0], known[1], null, null, null))))
        .isNotEmpty();
  }

  @Test
  void a_record_shows_the_whole_timeline() {
    long patient =
        id(DESK, "select patient_id from timeline group by 1 order by count(*) desc limit 1");

    PatientRecord record = open(patient, 0);

    assertThat(record.episodes()).hasSizeGreaterThan(1);
    assertThat(record.timeline())
        .extracting(TimelineEntry::kind)
        .contains("REGISTERED", "INTAKE", "CONSENT", "SCREENING", "DIAGNOSIS", "PLAN", "STATE");
    long all = id(DESK, "select count(*) from timeline where patient_id = " + patient);
    int shown =
        record.timeline().size() + (record.moreBefore() ? open(patient, 1).timeline().size() : 0);
    assertThat(shown).isEqualTo((int) all);
    assertThat(record.timeline())
        .isSortedAccordingTo(Comparator.comparing(TimelineEntry::at).reversed());
  }

  private PatientRecord open(long patient, int page) {
    return clinics.as(DESK, services -> services.get(PatientRecords.class).open(patient, page));
  }

  @Test
  void every_episode_opens_at_both_desks() {
    for (String episode : rows(clinics, SIERRA, "select id from episode order by id")) {
      long id = Long.parseLong(episode);
      DiagnosisDesk desk =
          clinics.as(SIERRA, services -> services.get(DiagnosisDesks.class).open(id));
      PlanDesk plans =
          clinics.as(
              "nuria.vidal@sierra",
              services ->
                  services.get(PlanDesks.class).open(id, ReadingTheDemonstrationTest::words));

      assertThat(plans.header()).isEqualTo(desk.header());
      assertThat(desk.screenings()).isNotNull();
    }
  }

  @Test
  void the_physician_sees_answers_habits_findings_and_the_therapist_why_the_gate_is_shut() {
    long waiting =
        id(
            PHYSICIAN,
            "select e.id from episode e join screening s on s.episode_id = e.id"
                + " where e.state = 'AWAITING_DIAGNOSIS' and s.status = 'NEGATIVE'"
                + " and e.body_site = 'LOW_BACK' order by e.id limit 1");
    DiagnosisDesk desk =
        clinics.as(PHYSICIAN, services -> services.get(DiagnosisDesks.class).open(waiting));
    PlanDesk plan =
        clinics.as(
            THERAPIST,
            services ->
                services.get(PlanDesks.class).open(waiting, ReadingTheDemonstrationTest::words));

    assertThat(desk.mayDiagnose()).isTrue();
    assertThat(desk.recorded().answers())
        .hasSizeGreaterThan(20)
        .anyMatch(each -> each.field().equals("answer.CES-1") && each.value().equals("NO"));
    assertThat(desk.habits()).isNotNull();
    assertThat(plan.refusals()).isNotEmpty();
    long treated = id(PHYSICIAN, "select episode_id from care_plan where state = 'ACTIVE' limit 1");
    assertThat(
            clinics
                .as(PHYSICIAN, services -> services.get(DiagnosisDesks.class).open(treated))
                .diagnoses())
        .allSatisfy(diagnosis -> assertThat(diagnosis.findings()).isNotEmpty());
  }

  @Test
  void drafts_and_codes_are_listed() {
    List<IntakeDraftRow> drafts =
        clinics.as(DESK, services -> services.get(Intakes.class).drafts());

    assertThat(drafts).hasSize(7);
    assertThat(drafts)
        .isSortedAccordingTo(Comparator.comparing(IntakeDraftRow::savedAt).reversed());
    assertThat(codes("M54", "LOW_BACK")).isNotEmpty();
    assertThat(codes("lumbar", null)).isNotEmpty();
  }

  private List<CodeChoice> codes(String words, String site) {
    return clinics.as(
        PHYSICIAN,
        services ->
            services.get(DiagnosisCodes.class).find(words, site, null, LocalDate.of(2026, 11, 1)));
  }

  @Test
  void no_reading_takes_more_than_twelve_statements() {
    long episode =
        id(
            PHYSICIAN,
            "select episode_id from care_plan group by episode_id order by count(*) desc limit 1");
    long patient =
        id(DESK, "select patient_id from timeline group by 1 order by count(*) desc limit 1");
    long screening = id(DESK, "select id from screening where status = 'POSITIVE_OPEN' limit 1");
    long draft = id(DESK, "select id from intake where state = 'DRAFT' limit 1");

    atMost("worklist", s -> s.get(Worklist.class).mine(0));
    atMost("search", s -> s.get(PatientSearch.class).find("", 0));
    atMost(
        "matches",
        s ->
            s.get(PatientSearch.class)
                .possibleMatches(
                    new MatchQuestion(
                        "Chen", "Mei", LocalDate.of(1990, 2, 3), "07700900100", null)));
    atMost("record", s -> s.get(PatientRecords.class).open(patient, 0));
    atMost("header", s -> s.get(PatientRecords.class).header(patient));
    atMost("diagnosis desk", s -> s.get(DiagnosisDesks.class).open(episode));
    atMost(
        "plan desk", s -> s.get(PlanDesks.class).open(episode, ReadingTheDemonstrationTest::words));
    atMost("screening", s -> s.get(Screenings.class).view(screening));
    atMost("drafts", s -> s.get(Intakes.class).drafts());
    atMost("draft", s -> s.get(Intakes.class).open(draft));
    atMost(
        "codes", s -> s.get(DiagnosisCodes.class).find("", null, null, LocalDate.of(2026, 11, 1)));
  }

  private void atMost(String reading, Consumer<Services> work) {
    int statements = clinics.statementsOf(PHYSICIAN, work);
    System.out.println("statements: " + reading + " " + statements);
    assertThat(statements).as(reading).isBetween(1, MOST_STATEMENTS);
  }

  private long id(String login, String sql) {
    return Long.parseLong(rows(clinics, login, sql).get(0));
  }

  private static Map<BlockKind, String> words(Language runner, boolean boneStress) {
    Map<BlockKind, String> words = new EnumMap<>(BlockKind.class);
    for (BlockKind kind : BlockKind.values()) {
      words.put(kind, runner.name());
    }
    return words;
  }
}
