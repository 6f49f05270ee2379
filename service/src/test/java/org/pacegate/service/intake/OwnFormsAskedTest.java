package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.intake.DeskClinic.DESK;
import static org.pacegate.service.questionnaire.OwnFormInUse.field;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.questionnaire.OwnFormInUse;

/** R4.152 to R4.157: the clinic's own forms in an intake at the desk. */
class OwnFormsAskedTest {

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");
  private static final String ADMIN = "olivia.hart@riverside";

  private static DeskClinic clinic;
  private static OwnFormInUse form;

  @BeforeAll
  static void put() {
    clinic = new DeskClinic();
    form = new OwnFormInUse(work -> clinic.as(ADMIN, work), sql -> clinic.tamper(sql));
    form.put("1", Audience.everybody(false));
  }

  private static long whole() {
    long intake = clinic.begin();
    clinic.typeAll(intake, "en");
    clinic.sign(intake, Language.en);
    return intake;
  }

  private static List<String> problems(long intake) {
    return clinic
        .as(DESK, services -> services.get(IntakeSubmission.class).problems(intake))
        .stream()
        .map(each -> each.field().replaceFirst(".*/", "") + " " + each.problem())
        .toList();
  }

  private static List<String> asked(long intake) {
    return clinic.open(intake).more().stream()
        .flatMap(own -> own.fields().stream())
        .map(field -> field.replaceFirst(".*/", ""))
        .toList();
  }

  private static void answers(long intake, String linkId, String value) {
    String shown = clinic.entries(intake).getOrDefault(field(linkId), "");
    clinic.page(DESK, intake).types(field(linkId), shown, value);
  }

  @Test
  void R4_152_it_is_a_step_before_the_consent_with_what_the_answers_call_for() {
    long intake = clinic.begin();
    assertThat(clinic.open(intake).steps())
        .containsExactly(
            IntakeStep.PERSON,
            IntakeStep.COMPLAINT,
            IntakeStep.SCREENING,
            IntakeStep.RUNNING,
            IntakeStep.MORE,
            IntakeStep.CONSENT);
    assertThat(asked(intake)).containsExactly("ran", "ground", "sport", "plan_b", "race");
    answers(intake, "ran", "YES");
    answers(intake, "runs", "2");
    answers(intake, "race", "2026-12-24");
    assertThat(asked(intake))
        .containsExactly("ran", "runs", "far.km", "ground", "sport", "plan_b", "race", "race-name");
  }

  @Test
  void R4_156_what_a_change_takes_away_is_named_and_counts_again_later() {
    long intake = clinic.begin();
    answers(intake, "ran", "YES");
    answers(intake, "runs", "3");
    answers(intake, "far.km", "40");
    answers(intake, "ran", "NO");
    assertThat(clinic.open(intake).noLongerAsked()).containsExactly(field("runs"), field("far.km"));
    assertThat(problems(intake)).doesNotContain("runs missing", "far.km missing");
    answers(intake, "ran", "YES");
    assertThat(clinic.open(intake).noLongerAsked()).isEmpty();
  }

  @ParameterizedTest(name = "R4.156 {0} {1}: {2}")
  @CsvSource({
    "ran, maybe, NOT_OFFERED",
    "runs, 2.5, noWholeNumber",
    "runs, three, noNumber",
    "runs, 0, TOO_SMALL",
    "runs, 31, TOO_LARGE",
    "far.km, 12 mi, noNumber",
    "far.km, '0,4', TOO_SMALL",
    "far.km, 401, TOO_LARGE",
    "ground, 'ROAD,SEA', NOT_OFFERED",
    "ground, 'ROAD,ROAD', CONTRADICTORY",
    "sport, '1,+swim', TOO_MANY",
    "sport, 9, NOT_OFFERED",
    "plan_b, 'REST,SWIM', NOT_OFFERED",
    "race, 31/12, noDate",
  })
  void R4_156_what_cannot_be_is_told_at_its_field_and_stays_as_typed(
      String linkId, String typed, String problem) {
    long intake = clinic.begin();
    answers(intake, "ran", "YES");
    answers(intake, "runs", "3");
    answers(intake, linkId, typed);
    assertThat(problems(intake)).contains(linkId + " " + problem);
    assertThat(clinic.entries(intake)).containsEntry(field(linkId), typed);
  }

  @Test
  void R4_156_too_long_a_text_is_refused_and_nothing_else_is_lost() {
    long intake = clinic.begin();
    answers(intake, "race", "2026-12-24");
    answers(intake, "race-name", "x".repeat(10_001));
    assertThat(problems(intake)).contains("race-name tooLong");
    assertThatThrownBy(() -> answers(intake, "race-name", "x".repeat(1_048_576)))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            refused ->
                assertThat(refused.code()).isEqualTo("invalid." + field("race-name") + ".tooLong"));
    assertThat(clinic.entries(intake)).containsEntry(field("race"), "2026-12-24");
  }

  @Test
  void R4_157_a_hidden_or_unknown_question_is_not_kept() {
    long intake = clinic.begin();
    for (String field : List.of(field("secret"), field("nobody"), "own.other/ran")) {
      assertThatThrownBy(() -> clinic.type(intake, field, "x"))
          .isInstanceOfSatisfying(
              DomainRefusal.class,
              refused -> assertThat(refused.code()).isEqualTo("invalid.entry.unknown"));
    }
    assertThat(clinic.entries(intake)).isEmpty();
  }

  @Test
  void R4_156_nothing_is_submitted_without_them_but_an_emergency() {
    long intake = whole();
    assertThat(((Incomplete) clinic.submit(intake, false)).problems())
        .extracting(each -> each.step() + " " + each.field() + " " + each.problem())
        .containsExactly(
            "MORE " + field("ran") + " missing", "MORE " + field("sport") + " missing");
    answers(intake, "ran", "NO");
    answers(intake, "sport", "1");
    assertThat(clinic.submit(intake, false)).isInstanceOf(Submitted.class);
  }

  @Test
  void R4_67_what_was_asked_and_answered_stands_in_the_response_and_its_pdf() throws IOException {
    long intake = whole();
    answers(intake, "ran", "YES");
    answers(intake, "runs", "3");
    answers(intake, "far.km", "40,5");
    answers(intake, "sport", "+Climbing, and yoga");
    answers(intake, "race", "2026-12-24");
    answers(intake, "race-name", "San Silvestre");
    answers(intake, "race", "");
    assertThat(clinic.submit(intake, false)).isInstanceOf(Submitted.class);

    JsonObject content = content(intake);
    assertThat(content.getJsonArray("forms").getString(4)).isEqualTo("load-diary-1");
    JsonArray parts = content.getJsonArray("item");
    JsonObject own = parts.getJsonObject(parts.size() - 1);
    assertThat(own.getString("linkId")).isEqualTo("MORE.load-diary");
    assertThat(own.getString("text")).isEqualTo("Load diary");
    List<String> items = new ArrayList<>();
    String pdf = pdf(intake);
    for (JsonObject item : own.getJsonArray("item").getValuesAs(JsonObject.class)) {
      String answer = "";
      if (item.containsKey("answer")) {
        JsonObject given = item.getJsonArray("answer").getJsonObject(0);
        answer =
            given.containsKey("valueCoding")
                ? given.getJsonObject("valueCoding").getString("display")
                : given.getString("valueString");
        assertThat(item.getJsonObject("provenance").getString("door")).isEqualTo("DESK");
      }
      items.add(item.getString("linkId").replaceFirst(".*/", "") + " " + answer);
      assertThat(pdf).contains(packed(item.getString("text") + answer));
    }
    assertThat(items)
        .containsExactly(
            "ran Yes",
            "runs 3",
            "far.km 40,5",
            "ground ",
            "sport +Climbing, and yoga",
            "plan_b ",
            "race ");
  }

  @Test
  void R4_98_an_answer_to_an_own_form_is_corrected_like_any_other() {
    long intake = whole();
    answers(intake, "ran", "YES");
    answers(intake, "runs", "1");
    answers(intake, "sport", "1");
    clinic.submit(intake, false);
    assertThat(amend(intake, "runs", "1", "99")).containsExactly("TOO_LARGE");
    assertThat(amend(intake, "runs", "1", "4")).isEmpty();
    assertThat(amend(intake, "sport", "1", "+Yoga")).isEmpty();
    assertThat(amend(intake, "plan_b", "", "RUN")).containsExactly("NOT_OFFERED");
    assertThat(amend(intake, "plan_b", "", "UNSURE")).isEmpty();
    SubmittedIntake now =
        clinic.as(DESK, services -> services.get(IntakeResponses.class).open(intake));
    assertThat(now.answers())
        .filteredOn(line -> line.field().equals(field("runs")))
        .extracting(line -> line.kept() + " " + line.now())
        .containsExactly("1 4");
    assertThat(now.answers())
        .filteredOn(line -> line.field().equals(field("plan_b")))
        .flatExtracting(SubmittedIntake.Line::options)
        .containsExactly("REST", "SWIM", "UNSURE");
  }

  @Test
  void R4_192_what_an_own_form_no_longer_asks_is_no_answer_to_confirm() {
    long intake = whole();
    answers(intake, "ran", "YES");
    answers(intake, "runs", "1");
    answers(intake, "sport", "1");
    answers(intake, "ran", "NO");
    clinic.submit(intake, false);
    assertThat(onRecord(intake)).containsExactly("ran", "sport");
    assertThatThrownBy(
            () ->
                clinic.as(
                    DeskClinic.COLLEAGUE,
                    services -> {
                      services
                          .get(IntakeAnswers.class)
                          .confirm(new ConfirmAnswers(intake, Set.of(field("runs")), 0));
                      return null;
                    }))
        .hasMessageStartingWith("confirmation.noAnswer");
    amend(intake, "ran", "NO", "YES");
    assertThat(onRecord(intake)).containsExactly("ran", "runs", "sport");
  }

  private static List<String> onRecord(long intake) {
    return clinic
        .as(DESK, services -> services.get(IntakeAnswers.class).of(intake))
        .answers()
        .stream()
        .filter(each -> each.field().startsWith("own."))
        .map(each -> each.field().replaceFirst(".*/", ""))
        .toList();
  }

  private static List<String> amend(long intake, String linkId, String shown, String typed) {
    return clinic
        .as(
            DESK,
            services ->
                services
                    .get(IntakeResponses.class)
                    .amend(
                        new AmendIntake(
                            intake, field(linkId), shown, typed, "A slip", UUID.randomUUID())))
        .stream()
        .map(FieldProblem::problem)
        .toList();
  }

  /** On a clinic of its own: what is in use changes. */
  @Test
  void R4_152_an_intake_goes_on_with_what_it_began_on() {
    DeskClinic other = new DeskClinic();
    OwnFormInUse own = new OwnFormInUse(work -> other.as(ADMIN, work), sql -> other.tamper(sql));
    long before = other.begin();
    own.put("1", Audience.of(Set.of(BodySite.KNEE), true));
    long knees = other.begin();
    own.askOf("1", Audience.everybody(false));
    long everybody = other.begin();
    own.put("2", Audience.everybody(false));
    long second = other.begin();
    own.retire("2");
    long none = other.begin();

    other.type(before, "complaint.bodySite", "KNEE");
    assertThat(other.open(before).more()).isEmpty();
    assertThat(other.open(knees).more()).as("no region yet").isEmpty();
    other.type(knees, "complaint.bodySite", "KNEE");
    assertThat(version(other, knees)).containsExactly("1");
    other.type(knees, field("ran"), "NO");
    other.page(DESK, knees).types("complaint.bodySite", "KNEE", "NECK");
    assertThat(other.open(knees).more()).isEmpty();
    assertThat(other.open(knees).noLongerAsked()).containsExactly(field("ran"));
    assertThat(version(other, everybody)).containsExactly("1");
    assertThat(version(other, second)).containsExactly("2");
    assertThat(other.open(none).more()).isEmpty();
    assertThat(other.open(none).steps()).doesNotContain(IntakeStep.MORE);

    assertThat(
            other.rows(
                "select regions || ' ' || at_rescreen from questionnaire_audience order by id"))
        .containsExactly("KNEE true", " false", " false");
    assertThatThrownBy(() -> own.askOf("2", Audience.everybody(true)))
        .isInstanceOfSatisfying(
            DomainRefusal.class,
            refused -> assertThat(refused.code()).isEqualTo("questionnaire.notInUse"));
  }

  @Test
  void R4_150_the_database_takes_no_word_on_what_is_not_in_use() {
    String said =
        "insert into pacegate.questionnaire_audience (clinic_id, id, questionnaire_id, number, regions,"
            + " at_rescreen, said_at, said_by) select clinic_id, 1, id, 9, '', false, now(), loaded_by"
            + " from pacegate.questionnaire where form = 'idle'";
    clinic.tamper(
        "insert into pacegate.questionnaire (clinic_id, id, form, form_version, title, questions, content,"
            + " file_hash, licence_statement, state, loaded_at, loaded_by) select clinic_id, 2, 'idle', '1',"
            + " 'Idle', 1, '{}', file_hash, 'x', 'DRAFT', loaded_at, loaded_by from pacegate.questionnaire"
            + " where form = 'load-diary'");
    String guarded = "set session_replication_role = origin";
    assertThatThrownBy(() -> clinic.tamper(guarded, said))
        .hasStackTraceContaining("audience_of_one_in_use");
    assertThatThrownBy(
            () ->
                clinic.tamper(
                    guarded, "update pacegate.questionnaire_audience set regions = 'NECK'"))
        .hasStackTraceContaining("what was recorded stays as it is");
  }

  private static List<String> version(DeskClinic clinic, long intake) {
    return clinic.open(intake).more().stream().map(own -> own.own().form().version()).toList();
  }

  private static JsonObject content(long intake) {
    String text =
        clinic.rows("select content from intake_response where intake_id = " + intake).get(0);
    try (JsonReader json = Json.createReader(new StringReader(text))) {
      return json.readObject();
    }
  }

  private static String pdf(long intake) throws IOException {
    KeptPdf pdf =
        clinic.as(DESK, services -> services.get(IntakeResponses.class).pdf(intake)).orElseThrow();
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      return packed(
          new PDFTextStripper().getText(document).replaceAll("(?m)^\\d+ / \\d+\\s*$", ""));
    }
  }

  private static String packed(String text) {
    return SPACE.matcher(text).replaceAll("");
  }
}
