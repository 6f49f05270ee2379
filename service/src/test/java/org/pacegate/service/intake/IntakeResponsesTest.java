package org.pacegate.service.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.intake.DeskClinic.DESK;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.shared.Sha256;
import org.pacegate.service.intake.Submission.Incomplete;
import org.pacegate.service.intake.Submission.Submitted;
import org.pacegate.service.intake.SubmittedIntake.Line;

/** R4.67, R4.97, R4.98: what is kept of an intake, given out and corrected. */
class IntakeResponsesTest {

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f]+");
  private static final String DRAWN = "10,20 30,40 60,80 200,20;70,80 90,100 520,10";

  private final DeskClinic clinic = DeskClinic.open();
  private final long intake = clinic.begin();

  private <T> T responses(Function<IntakeResponses, T> work) {
    return clinic.as(DESK, services -> work.apply(services.get(IntakeResponses.class)));
  }

  private Submitted submitted(PlainWords words) {
    clinic.typeAll(intake, words.language().name());
    clinic.sign(intake, words.language());
    return (Submitted) clinic.submit(intake, false, words);
  }

  private String kept(String column) {
    return clinic
        .rows("select " + column + " from intake_response where intake_id = " + intake)
        .get(0);
  }

  private JsonObject content() {
    try (JsonReader json = Json.createReader(new StringReader(kept("content")))) {
      return json.readObject();
    }
  }

  private List<JsonObject> items() {
    List<JsonObject> items = new ArrayList<>();
    content()
        .getJsonArray("item")
        .forEach(
            part ->
                part.asJsonObject()
                    .getJsonArray("item")
                    .forEach(item -> items.add(item.asJsonObject())));
    return items;
  }

  private static String packed(String text) {
    return SPACE.matcher(text).replaceAll("");
  }

  @ParameterizedTest
  @EnumSource(PlainWords.class)
  void R4_67_every_question_stands_in_the_content_and_in_the_pdf(PlainWords words)
      throws IOException {
    clinic.type(intake, "running.shoes", "Zapatillas <b>Ñandú</b> &c.", "running.kmPerWeek", "40");
    submitted(words);
    KeptPdf pdf = responses(r -> r.pdf(intake)).orElseThrow();
    String found;
    try (PDDocument document = Loader.loadPDF(pdf.bytes())) {
      found =
          packed(new PDFTextStripper().getText(document).replaceAll("(?m)^\\d+ / \\d+\\s*$", ""));
    }
    assertThat(items()).hasSizeGreaterThan(40);
    for (JsonObject item : items()) {
      assertThat(item.getString("text")).isEqualTo(words.question(item.getString("linkId")));
      assertThat(found).contains(packed(item.getString("text")));
      if (item.containsKey("answer")) {
        JsonObject answer = item.getJsonArray("answer").getJsonObject(0);
        String shown =
            answer.containsKey("valueCoding")
                ? answer.getJsonObject("valueCoding").getString("display")
                : answer.getString("valueString");
        assertThat(found).contains(packed(item.getString("text") + shown));
        assertThat(item.getJsonObject("provenance").getString("door")).isEqualTo("DESK");
      }
    }
    clinic
        .entries(intake)
        .forEach(
            (field, value) -> {
              if (!field.startsWith("consent.")) {
                assertThat(items()).extracting(i -> i.getString("linkId")).contains(field);
              }
            });
  }

  @Test
  void R4_67_the_hashes_are_those_of_what_is_kept() {
    submitted(PlainWords.EN);
    assertThat(kept("content_hash")).isEqualTo(Sha256.of(kept("content")));
    KeptPdf pdf = responses(r -> r.pdf(intake)).orElseThrow();
    assertThat(pdf.hash()).isEqualTo(Sha256.of(pdf.bytes())).isEqualTo(kept("pdf_hash"));
    assertThat(kept("consent_version || '/' || language || '/' || consent_hash"))
        .isEqualTo(clinic.text(Language.en));
    assertThat(CanonicalJson.text(content())).as("canonical").isEqualTo(kept("content"));
  }

  @Test
  void R4_67_a_second_submission_keeps_nothing_more() {
    Submitted first = submitted(PlainWords.EN);
    assertThat(clinic.submit(intake, false)).isEqualTo(first);
    assertThat(kept("count(*)")).isEqualTo("1");
  }

  @Test
  void R4_60_nothing_is_submitted_unsigned() {
    clinic.typeAll(intake, "en");
    clinic.type(intake, "consent.given", clinic.text(Language.en));
    assertThat(((Incomplete) clinic.submit(intake, false)).problems())
        .extracting(each -> each.field() + " " + each.problem())
        .containsExactly("consent.signature missing");
    assertThat(kept("count(*)")).isEqualTo("0");
  }

  @Test
  void R4_61_a_drawn_signature_is_kept_as_drawn_and_a_picture_is_refused() {
    clinic.typeAll(intake, "en");
    String text = clinic.text(Language.en);
    clinic.type(
        intake,
        "consent.given",
        text,
        "consent.signed",
        text,
        "consent.drawn",
        "data:image/png;base64,iVBORw0KGgo");
    assertThat(((Incomplete) clinic.submit(intake, false)).problems())
        .extracting(each -> each.field() + " " + each.problem())
        .containsExactly("consent.signature picture");

    clinic.page(DESK, intake).types("consent.drawn", DRAWN);
    assertThat(clinic.submit(intake, false)).isInstanceOf(Submitted.class);
    assertThat(
            clinic.rows(
                "select signature_kind, signature_strokes, signer_relation, door from consent"
                    + " where intake_id = "
                    + intake))
        .containsExactly("DRAWN|" + DRAWN + "|SELF|DESK");
    assertThat(content().getJsonObject("signature").getString("strokes")).isEqualTo(DRAWN);
  }

  @ParameterizedTest
  @CsvSource({"SELF, consent.relation child", "PARENT,"})
  void R4_62_for_a_child_a_parent_signs(String relation, String problem) {
    clinic.typeAll(intake, "en");
    clinic.page(DESK, intake).types("person.birthDate", "2015-01-10");
    clinic.answerNo(intake);
    clinic.sign(intake, Language.en);
    clinic.type(intake, "consent.relation", relation);
    Submission done = clinic.submit(intake, false);
    if (problem == null) {
      assertThat(done).isInstanceOf(Submitted.class);
    } else {
      assertThat(((Incomplete) done).problems())
          .extracting(each -> each.field() + " " + each.problem())
          .containsExactly(problem);
    }
  }

  @Test
  void R4_67_a_stopped_intake_keeps_what_was_asked_without_a_signature() {
    clinic.type(intake, "answer.CES-2", "YES", "person.familyName", "Stopped");
    assertThat(clinic.submit(intake, true)).isInstanceOf(Submitted.class);
    assertThat(content().getString("status")).isEqualTo("stopped");
    assertThat(content()).doesNotContainKeys("consent", "signature");
    Optional<KeptPdf> pdf = responses(r -> r.pdf(intake));
    assertThat(pdf).isPresent();
  }

  private void tamper(String change) {
    clinic.tamper(
        "alter table intake_response drop constraint intake_response_hashes",
        "update intake_response set " + change + " where intake_id = " + intake,
        """
        alter table intake_response add constraint intake_response_hashes
          check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex') and pdf_hash = encode(sha256(pdf), 'hex'))
          not valid""");
  }

  private List<String> audited() {
    return clinic.rows(
        "select action, detail from audit.events_of_clinic(null, null, 500)"
            + " where entity = 'QuestionnaireResponse' and entity_id = "
            + intake
            + " order by id");
  }

  @Test
  void R4_97_a_pdf_that_is_not_what_was_kept_is_not_given_out() {
    submitted(PlainWords.EN);
    tamper("pdf = pdf || '\\x00'");
    Optional<KeptPdf> damaged = responses(r -> r.pdf(intake));
    assertThat(damaged).isEmpty();
    assertThat(responses(r -> r.open(intake)).kept()).isNotNull();
    assertThat(audited()).endsWith("REFUSE|pdf damaged", "READ|opened");
  }

  @Test
  void R4_97_content_that_is_not_what_was_kept_is_not_shown_nor_corrected() {
    submitted(PlainWords.EN);
    tamper("content = replace(content, 'Whole', 'Other')");
    SubmittedIntake opened = responses(r -> r.open(intake));
    assertThat(opened.kept().damaged()).isTrue();
    assertThat(opened.answers()).isEmpty();
    assertThat(audited()).endsWith("REFUSE|content damaged", "READ|opened");
    assertThatThrownBy(() -> amend("answer.CES-2", "NO", "YES", UUID.randomUUID()))
        .hasMessageStartingWith("response.damaged");
  }

  @Test
  void R4_97_every_reading_is_in_the_audit_trail() {
    submitted(PlainWords.EN);
    responses(r -> r.pdf(intake));
    responses(r -> r.open(intake));
    assertThat(audited()).hasSize(3).endsWith("READ|pdf", "READ|opened");
    assertThat(audited().get(0)).startsWith("CREATE|kept, content ");
  }

  @Test
  void R4_98_a_correction_says_why() {
    submitted(PlainWords.EN);
    assertThatThrownBy(
            () ->
                responses(
                    r ->
                        r.amend(
                            new AmendIntake(
                                intake, "answer.CES-2", "NO", "YES", " ", UUID.randomUUID()))))
        .hasMessageContaining("reason");
    assertThat(clinic.rows("select count(*) from intake_amendment where intake_id = " + intake))
        .containsExactly("0");
  }

  @Test
  void R4_94_what_is_shown_takes_no_more_statements_with_more_corrections() {
    submitted(PlainWords.EN);
    int before = statements();
    String shown = "NO";
    for (String next : List.of("YES", "UNSURE", "NO", "YES", "NO")) {
      assertThat(amend("answer.CES-2", shown, next, UUID.randomUUID())).isEmpty();
      shown = next;
    }
    assertThat(statements()).isEqualTo(before);
  }

  private int statements() {
    return clinic.statementsOf(services -> services.get(IntakeResponses.class).open(intake));
  }

  private List<FieldProblem> amend(String field, String shown, String typed, UUID key) {
    return responses(r -> r.amend(new AmendIntake(intake, field, shown, typed, "misheard", key)));
  }

  private Line line(String field) {
    return responses(r -> r.open(intake)).answers().stream()
        .filter(each -> each.field().equals(field))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void R4_98_a_correction_stands_beside_the_response_and_changes_nothing_else() {
    submitted(PlainWords.EN);
    String before = kept("content_hash || pdf_hash");
    String screening =
        "select status, max_urgency, version from screening where intake_id = " + intake;
    List<String> screened = clinic.rows(screening);
    UUID key = UUID.randomUUID();

    assertThat(amend("answer.CES-2", "NO", "YES", key)).isEmpty();
    assertThat(amend("answer.CES-2", "NO", "YES", key)).as("sent again").isEmpty();
    assertThat(line("answer.CES-2").kept()).isEqualTo("NO");
    assertThat(line("answer.CES-2").now()).isEqualTo("YES");
    assertThat(kept("content_hash || pdf_hash")).isEqualTo(before);
    assertThat(clinic.rows(screening)).isEqualTo(screened);
    assertThat(
            clinic.rows(
                "select number, old_value, new_value, reason from intake_amendment where intake_id = "
                    + intake))
        .containsExactly("1|NO|YES|misheard");
    assertThat(
            clinic.rows(
                "select kind from timeline where kind in ('RESPONSE', 'AMENDED') and record_id = "
                    + intake
                    + " order by kind"))
        .containsExactly("AMENDED", "RESPONSE");

    assertThatThrownBy(() -> amend("answer.CES-2", "NO", "UNSURE", UUID.randomUUID()))
        .as("another tab")
        .hasMessageStartingWith("amendment.outdated");
    assertThat(amend("answer.CES-2", "YES", "UNSURE", UUID.randomUUID())).isEmpty();
    assertThat(line("answer.CES-2").now()).isEqualTo("UNSURE");
  }

  private List<String> dangerousDrafts() {
    return clinic.rows(
        "select d.urgency, d.act_by is not null, e.value from intake d"
            + " join intake_entry e on e.intake_id = d.id and e.field = 'answer.CES-2'"
            + " join intake i on i.episode_id = d.episode_id and i.id = "
            + intake
            + " where d.state = 'DRAFT' and d.danger_since is not null");
  }

  @Test
  void R4_99_a_correction_that_says_a_danger_is_somebodys_work_at_once() {
    submitted(PlainWords.EN);
    assertThat(dangerousDrafts()).isEmpty();
    UUID key = UUID.randomUUID();
    amend("answer.CES-2", "NO", "YES", key);
    amend("answer.CES-2", "NO", "YES", key);
    assertThat(dangerousDrafts()).containsExactly("U0_EMERGENCY_NOW|true|YES");
    amend("complaint.words", line("complaint.words").now(), "It burns.", UUID.randomUUID());
    amend("answer.CES-2", "YES", "NO", UUID.randomUUID());
    assertThat(dangerousDrafts()).as("taken back in the record only").hasSize(1);
    amend("answer.CES-2", "NO", "YES", UUID.randomUUID());
    assertThat(dangerousDrafts()).as("and said again").hasSize(2);
    amend("answer.CES-3", "NO", "YES", UUID.randomUUID());
    assertThat(dangerousDrafts()).as("another one, as urgent").hasSize(3);
    amend("answer.CES-3", "YES", "NO", UUID.randomUUID());
    assertThat(dangerousDrafts()).as("less than before").hasSize(3);
  }

  @Test
  void R4_98_a_used_key_with_other_words_is_not_taken_for_the_same_form() {
    submitted(PlainWords.EN);
    UUID key = UUID.randomUUID();
    amend("complaint.words", "It pulls.", "It burns.", key);
    assertThatThrownBy(() -> amend("complaint.words", "It pulls.", "It stings.", key))
        .hasMessageStartingWith("amendment.outdated");
    assertThat(line("complaint.words").now()).isEqualTo("It burns.");
  }

  @Test
  void R4_98_line_ends_are_no_difference() {
    clinic.typeAll(intake, "en");
    clinic.page(DESK, intake).types("complaint.words", "It pulls.\nAt night, too.");
    clinic.sign(intake, Language.en);
    clinic.submit(intake, false, PlainWords.EN);
    assertThat(
            amend(
                "complaint.words",
                "It pulls.\r\nAt night, too.",
                "It pulls.\r\nAt noon, too.",
                UUID.randomUUID()))
        .isEmpty();
    assertThat(line("complaint.words").now()).isEqualTo("It pulls.\nAt noon, too.");
  }

  @Test
  void R4_67_a_whole_intake_is_complete_though_somebody_pressed_stop() {
    clinic.typeAll(intake, "en");
    clinic.sign(intake, Language.en);
    clinic.submit(intake, true, PlainWords.EN);
    assertThat(content().getString("status")).isEqualTo("completed");
  }

  @Test
  void R4_98_what_could_not_be_typed_is_no_correction() {
    submitted(PlainWords.EN);
    assertThat(amend("person.birthDate", "1995-05-14", "2990-01-01", UUID.randomUUID()))
        .extracting(FieldProblem::problem)
        .containsExactly("future");
    assertThatThrownBy(() -> amend("answer.NONE-1", "", "YES", UUID.randomUUID()))
        .hasMessageStartingWith("amendment.notAsked");
    assertThatThrownBy(() -> amend("consent.given", "", "x", UUID.randomUUID()))
        .hasMessageStartingWith("amendment.notAsked");
  }

  @Test
  void R4_98_a_draft_has_nothing_to_correct() {
    assertThatThrownBy(() -> amend("person.familyName", "", "x", UUID.randomUUID()))
        .hasMessageStartingWith("intake.notSubmitted");
    assertThatThrownBy(() -> responses(r -> r.pdf(intake))).hasMessageStartingWith("response.none");
  }
}
