package org.pacegate.service.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.service.diagnosis.EditionReport.Kind;
import org.pacegate.service.screening.DangerClinic;
import org.pacegate.service.testing.TestClinics;

/**
 * R6.40, R6.41, R6.44 to R6.46: a clinic loads its own edition, and what is signed before and
 * after.
 */
class EditionsTest {

  private static final Instant NOW = Instant.parse("2026-06-19T10:00:00Z");
  private static final LocalDate TOMORROW = LocalDate.of(2026, 6, 20);
  private static final TestClinics CLINICS = new TestClinics(NOW);
  private static final String FILE =
      """
      code;title;billable;title_es;classes
      M54.59;Back pain, other;yes;;
      M84.361A;Stress fracture of the shin;yes;;
      M48.46XA;Stress fracture, vertebra;yes;;
      S39.012A;Pulled muscle of the back;yes;;BONE_STRESS
      M43.06;Spondylolysis, lumbar;no;;
      L99.1;New code;yes;Código nuevo;BONE_STRESS
      """;

  private static int count;

  private DangerClinic clinic;

  @BeforeEach
  void openTheClinic() {
    CLINICS.turnTo(NOW);
    clinic = DangerClinic.open(CLINICS, "edits" + ++count);
  }

  @AfterAll
  static void close() {
    CLINICS.close();
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }

  private <T> T admin(Function<Editions, T> work) {
    return CLINICS.as(clinic.login("admin"), services -> work.apply(services.get(Editions.class)));
  }

  private long load(String file, String edition) {
    return admin(editions -> editions.load(bytes(file), new LoadEdition("CIE-10", edition)));
  }

  private void activate(long edition, LocalDate from) {
    admin(
        editions -> {
          editions.activate(new ActivateEdition(edition, line(edition, editions), from));
          return null;
        });
  }

  private static long line(long edition, Editions editions) {
    return editions.all().stream()
        .filter(each -> Long.valueOf(edition).equals(each.editionId()))
        .findFirst()
        .orElseThrow()
        .version();
  }

  private List<CodeChoice> find(String words, LocalDate day) {
    return CLINICS.as(
        clinic.login("doc"),
        services -> services.get(DiagnosisCodes.class).find(words, null, null, day));
  }

  private long sign(long episode, String code) {
    return CLINICS.as(
        clinic.login("doc"),
        services ->
            services
                .get(Diagnoses.class)
                .sign(
                    new SignDiagnosis(
                        episode,
                        null,
                        null,
                        code,
                        "as found",
                        BodySite.LOW_BACK,
                        VerificationStatus.CONFIRMED,
                        List.of(),
                        clinic.doctorsPassword(),
                        UUID.randomUUID())));
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void R6_44_the_dry_run_tells_everything_and_stores_nothing() {
    sign(clinic.raise().episode(), "M54.16");
    sign(clinic.raise().episode(), "M54.59");
    EditionReport report = admin(editions -> editions.check(bytes(FILE)));
    assertThat(report.isLoadable()).isTrue();
    assertThat(report.codes()).isEqualTo(6);
    assertThat(report.counts())
        .containsAllEntriesOf(
            Map.of(Kind.ADDED, 1, Kind.CHANGED, 4, Kind.HEADER, 1, Kind.IMPACT_FORBIDDEN, 1))
        .containsKey(Kind.ENDED);
    assertThat(report.changes().get(0))
        .isEqualTo(
            new EditionReport.Change(
                "S39.012A", "Pulled muscle of the back", Kind.IMPACT_FORBIDDEN));
    assertThat(report.inUse())
        .containsExactly(new EditionReport.InUse("M54.16", "Nerve root pain, lumbar", 1));
    assertThat(admin(Editions::all)).allMatch(each -> each.editionId() == null);
    assertThat(
            clinic.rows(
                "select detail from audit.events_of_clinic(null, null, 500)"
                    + " where entity = 'CodeSystem'"))
        .containsExactly("dry run of a file of " + bytes(FILE).length + " bytes, 0 problems");
  }

  @Test
  void R6_44_a_new_code_without_its_class_is_refused_and_a_known_one_keeps_its_own() {
    String file = "code,title,billable\nM84.361A,Shin,yes\nL99.1,New,yes\nL99,New,no\n";
    EditionReport report = admin(editions -> editions.check(bytes(file)));
    assertThat(report.problems()).containsExactly(new CodeProblem(3, "classes.missing", "L99.1"));
    refused("invalid.file.malformed", () -> load(file, "2026"));
    assertThat(clinic.rows("select cast(count(*) as text) from own_edition")).containsExactly("0");

    activate(load("code,title,billable\nM84361A,Shin,yes\n", "2026"), TOMORROW);
    assertThat(find("shin", TOMORROW))
        .extracting(CodeChoice::code, CodeChoice::boneStress)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("M84.361A", true));
    assertThat(find("espinilla", TOMORROW)).hasSize(1);
  }

  @Test
  void R6_40_it_holds_from_its_first_day_and_what_was_signed_keeps_its_own() {
    long before = clinic.raise().episode();
    sign(before, "M54.16");
    activate(load(FILE, "2026"), TOMORROW);
    sign(clinic.raise().episode(), "M54.16");
    refused("invalid.code.missing", () -> sign(clinic.raise().episode(), "L99.1"));

    CLINICS.pass(Duration.ofDays(1));
    refused("invalid.code.missing", () -> sign(clinic.raise().episode(), "M54.16"));
    refused("diagnosis.codeIsHeader", () -> sign(clinic.raise().episode(), "M43.06"));
    long after = clinic.raise().episode();
    sign(after, "L99.1");

    assertThat(shown(before))
        .isEqualTo("FY2025 M54.16 Nerve root pain, lumbar|Dolor de raíz nerviosa, lumbar false");
    assertThat(shown(after)).isEqualTo("2026 L99.1 New code|Código nuevo true");
    assertThat(find("nuevo codigo", TOMORROW))
        .extracting(CodeChoice::code)
        .containsExactly("L99.1");
    assertThat(admin(Editions::all))
        .filteredOn(EditionLine::inForce)
        .extracting(EditionLine::edition)
        .containsExactly("2026");
  }

  private String shown(long episode) {
    return CLINICS.as(
        clinic.login("doc"),
        services ->
            services.get(DiagnosisDesks.class).open(episode).diagnoses().stream()
                .map(
                    d ->
                        d.edition()
                            + " "
                            + d.code()
                            + " "
                            + d.labelEn()
                            + "|"
                            + d.labelEs()
                            + " "
                            + d.boneStress())
                .collect(Collectors.joining()));
  }

  @Test
  void R6_45_an_edition_never_reaches_back_and_is_never_changed() {
    long edition = load(FILE, "2026");
    assertThat(load(FILE, "2026")).isEqualTo(edition);
    refused("invalid.edition.taken", () -> load(FILE.replace("New", "Other"), "2026"));
    refused("invalid.validFrom.missing", () -> activate(edition, null));
    refused("invalid.validFrom.notAhead", () -> activate(edition, TOMORROW.minusDays(1)));
    activate(edition, TOMORROW);
    refused("edition.notDraft", () -> activate(edition, TOMORROW.plusDays(1)));
    refused("invalid.validFrom.taken", () -> activate(load(FILE, "2027"), TOMORROW));
    assertThatThrownBy(
            () ->
                admin(
                    editions -> {
                      editions.withdraw(new ChangeEdition(edition, 0));
                      return null;
                    }))
        .isInstanceOf(LostUpdate.class);

    CLINICS.pass(Duration.ofDays(1));
    refused("edition.begun", () -> withdraw(edition));
  }

  private void withdraw(long edition) {
    admin(
        editions -> {
          editions.withdraw(new ChangeEdition(edition, line(edition, editions)));
          return null;
        });
  }

  @Test
  void R6_45_one_that_is_taken_back_leaves_the_list_as_it_was() {
    long edition = load(FILE, "2026");
    activate(edition, TOMORROW);
    withdraw(edition);
    refused("edition.withdrawn", () -> withdraw(edition));
    assertThat(find("M54.16", TOMORROW)).hasSize(1);
    assertThat(load(FILE, "2026")).isNotEqualTo(edition);
    assertThat(
            clinic.rows(
                "select action || ' ' || detail from audit.events_of_clinic(null, null, 500)"
                    + " where entity = 'CodeSystem' and action <> 'READ' order by id"))
        .satisfiesExactly(
            created -> assertThat(created).startsWith("CREATE CIE-10 2026 6 codes, sha-256 "),
            changed -> assertThat(changed).isEqualTo("CHANGE CIE-10 2026 in force from 2026-06-20"),
            taken -> assertThat(taken).isEqualTo("CHANGE CIE-10 2026 withdrawn"),
            again -> assertThat(again).startsWith("CREATE CIE-10 2026"));
  }

  @Test
  void R6_45_by_sql_neither() {
    long edition = load(FILE, "2026");
    sqlRefused("edition_ahead", activation(edition, "2026-06-19"));
    activate(edition, TOMORROW);
    sqlRefused(
        "edition_ahead", "update own_edition set valid_from = '2026-06-01' where id = " + edition);
    sqlRefused(
        "edition_complete",
        "insert into own_code (edition_id, code, title, billable, bone_stress)"
            + " values ("
            + edition
            + ", 'X1', 'late', true, false)");
    sqlRefused("own_code", "update own_code set bone_stress = false");
    sqlRefused("own_code", "delete from own_code");
  }

  private void sqlRefused(String says, String sql) {
    assertThatThrownBy(
            () ->
                clinic.as(
                    "admin",
                    services ->
                        services.get(EntityManager.class).createNativeQuery(sql).executeUpdate()))
        .hasStackTraceContaining(says);
  }

  @Test
  void R6_49_no_file_takes_the_class_that_forbids_impact_from_a_code() {
    String file = "code,title,billable,classes\nM84361A,Shin,yes,NONE\nM54.59,Back,yes,NONE\n";
    assertThat(admin(editions -> editions.check(bytes(file))).problems())
        .containsExactly(new CodeProblem(2, "classes.lowered", "M84361A"));
    refused("invalid.file.malformed", () -> load(file, "2026"));
  }

  @Test
  void R6_49_nor_in_two_steps() {
    activate(load("code,title,billable\nM54.59,Back,yes\n", "2026"), TOMORROW);
    CLINICS.pass(Duration.ofDays(1));
    refused(
        "invalid.file.malformed",
        () -> load("code,title,billable,classes\nM84.361A,Shin,yes,NONE\n", "2027"));
  }

  @Test
  void R6_49_nor_does_a_draft_of_before_the_code_had_it() {
    long draft = load(lists("NONE"), "2027");
    long raised = load(lists("BONE_STRESS"), "2026");
    activate(raised, TOMORROW);
    refused("edition.lowersClass", () -> activate(draft, TOMORROW.plusDays(30)));
    sqlRefused("edition_keeps_classes", activation(draft, "2026-07-20"));

    withdraw(raised);
    activate(draft, TOMORROW.plusDays(30));
    long earlier = load(lists("BONE_STRESS"), "2028");
    sqlRefused("edition_keeps_classes", activation(earlier, "2026-06-20"));
  }

  private static String lists(String className) {
    return "code,title,billable,classes\nM54.59,Back,yes," + className + "\n";
  }

  private static String activation(long edition, String from) {
    return "update own_edition set state = 'ACTIVE', valid_from = '"
        + from
        + "', activated_at = '2026-06-19T10:00:00Z', activated_by = loaded_by where id = "
        + edition;
  }

  @Test
  void R6_46_another_clinic_neither_sees_it_nor_signs_with_it() {
    activate(load(FILE, "2026"), TOMORROW);
    CLINICS.pass(Duration.ofDays(1));
    DangerClinic own = clinic;
    clinic = DangerClinic.open(CLINICS, "other" + ++count);
    assertThat(find("L99.1", TOMORROW)).isEmpty();
    assertThat(find("M54.16", TOMORROW)).hasSize(1);
    assertThat(admin(Editions::all)).allMatch(each -> each.editionId() == null);
    assertThat(load(FILE, "2026")).isPositive();
    clinic = own;
  }

  /** The largest list that is taken; a second at most on a busy machine. */
  @Test
  void R6_42_it_is_searched_quickly_at_its_largest() {
    Random random = new Random(33);
    List<String> words =
        IntStream.range(0, 4_000)
            .mapToObj(
                n ->
                    random
                        .ints(4 + random.nextInt(8), 'a', 'z' + 1)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining()))
            .toList();
    String rows =
        IntStream.range(0, CodeFile.MOST_CODES)
            .mapToObj(
                n ->
                    "%c%02d.%d;%s;yes;%s;NONE"
                        .formatted(
                            'A' + n % 26,
                            n / 26 % 100,
                            n / 2600,
                            title(words, random),
                            title(words, random)))
            .collect(Collectors.joining("\n"));
    long began = System.nanoTime();
    activate(load("code;title;billable;title_es;classes\n" + rows, "large"), TOMORROW);
    System.out.println("loading: " + (System.nanoTime() - began) / 1_000_000 + " ms");
    for (String typed :
        List.of(
            "",
            "A00",
            words.get(7),
            words.get(7) + " x",
            words.get(7) + "z " + words.get(8),
            "xyzzyq plugh")) {
      find(typed, TOMORROW);
      long start = System.nanoTime();
      find(typed, TOMORROW);
      long took = (System.nanoTime() - start) / 1_000_000;
      System.out.println("search " + typed + ": " + took + " ms");
      assertThat(took).as(typed).isLessThan(1_000);
    }
  }

  private static String title(List<String> words, Random random) {
    return IntStream.range(0, 8)
        .mapToObj(n -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining(" "));
  }
}
