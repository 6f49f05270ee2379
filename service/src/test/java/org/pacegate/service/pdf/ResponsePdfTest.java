package org.pacegate.service.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.shared.InvalidValue;

/** R4.65, R4.66: everything that is kept stands in the PDF. */
class ResponsePdfTest {

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u202f\\u2009]+");

  private final ResponsePdf pdf = new ResponsePdf();

  /** A response of these questions and answers; an empty answer is none. */
  private static JsonObjectBuilder response(String language, Map<String, String> answers) {
    var items = Json.createArrayBuilder();
    answers.forEach(
        (text, answer) -> {
          JsonObjectBuilder item = Json.createObjectBuilder().add("text", text);
          if (!answer.isEmpty()) {
            item.add(
                "answer",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("valueString", answer)));
            item.add(
                "provenance",
                Json.createObjectBuilder()
                    .add("display", "Rosa Mesa")
                    .add("recorded", "2026-03-01T09:00:00Z")
                    .add("door", "DESK"));
          }
          items.add(item);
        });
    return Json.createObjectBuilder()
        .add("language", language)
        .add("timeZone", "Europe/Madrid")
        .add("status", "completed")
        .add("occasion", "intake")
        .add("identifier", Json.createObjectBuilder().add("value", "4711"))
        .add("questionnaire", "low-back-pain|2")
        .add("clinic", "Clínica Río")
        .add(
            "subject",
            Json.createObjectBuilder()
                .add("display", "Núñez, Ana")
                .add("birthDate", "1995-05-14")
                .add("identifier", Json.createObjectBuilder().add("value", "PG-4711")))
        .add("authored", "2026-03-01T09:30:00Z")
        .add("author", Json.createObjectBuilder().add("display", "Rosa Mesa"))
        .add("door", "DESK")
        .add(
            "consent",
            Json.createObjectBuilder()
                .add("version", "1")
                .add("language", language)
                .add("hash", "0f".repeat(32)))
        .add(
            "item",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("text", "Part").add("item", items)));
  }

  private static JsonObjectBuilder signed(String kind) {
    return Json.createObjectBuilder()
        .add("kind", kind)
        .add("relation", "SELF")
        .add("when", "2026-03-01T09:29:00Z")
        .add("door", "DESK");
  }

  private String text(JsonObjectBuilder response) throws IOException {
    return text(pdf.of(response.build().toString()));
  }

  private static String text(byte[] rendered) throws IOException {
    try (PDDocument document = Loader.loadPDF(rendered)) {
      // The page's number stands between two pages of the answer.
      return packed(
          new PDFTextStripper().getText(document).replaceAll("(?m)^\\d+ / \\d+\\s*$", ""));
    }
  }

  private static String packed(String text) {
    return SPACE.matcher(text).replaceAll("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Not answered|Signed with the name in full|By the runner|at the desk|Mar 1, 2026, 10:30",
        "es|Sin respuesta|Firmado con el nombre completo|Por la persona que corre|en el mostrador"
            + "|1 mar 2026 10:30"
      })
  void R4_65_every_question_and_answer_stands_in_it(
      String language, String none, String signed, String by, String door, String when)
      throws IOException {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("¿Dónde le duele más?", "Rodilla izquierda, ¡mucho! ñ ü Á €");
    answers.put("Is there numbness?", "No");
    answers.put("Nothing was said here", "");
    String found =
        text(
            response(language, answers).add("signature", signed("TYPED").add("name", "Ana Núñez")));

    answers.forEach((question, answer) -> assertThat(found).contains(packed(question + answer)));
    assertThat(found)
        .contains(packed(none), packed(signed), packed(by), packed(door), packed(when))
        .contains("AnaNúñez", "PG-4711", "low-back-pain|2", "0f".repeat(32), "ClínicaRío");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert('x')</script><img src=\"file:///etc/passwd\"/> & &amp; ]]> <!-- -->",
        "=1+1 \"quoted\" 'single' \\back\\ %PDF-1.7",
        "line one\nline two\n\n\tline four",
        "Ω≈ç √∫ — “quotes” … ½"
      })
  void R4_65_markup_is_text(String typed) throws IOException {
    assertThat(text(response("en", Map.of("Words", typed)))).contains(packed(typed));
  }

  @Test
  void R4_65_a_long_word_is_broken_and_not_cut() throws IOException {
    String word =
        IntStream.range(0, 2_000).mapToObj(Integer::toString).collect(Collectors.joining(""));
    assertThat(text(response("en", Map.of("Words", word)))).contains(word);
  }

  @Test
  void R4_65_twenty_thousand_characters_go_over_pages() throws IOException {
    String words =
        IntStream.iterate(0, i -> i < 20_000, i -> i + 1)
            .mapToObj(i -> "w" + i + " ")
            .collect(Collectors.joining())
            .substring(0, 20_000)
            .strip();
    byte[] rendered = pdf.of(response("en", Map.of("Words", words)).build().toString());
    try (PDDocument document = Loader.loadPDF(rendered)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      String found = new PDFTextStripper().getText(document);
      // The page's number stands between two pages of the answer.
      assertThat(packed(found.replaceAll("(?m)^\\d+ / \\d+\\s*$", ""))).contains(packed(words));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"שלום עולם", "مرحبا"})
  void R4_65_text_from_right_to_left_is_kept(String typed) throws IOException {
    assertThat(text(response("en", Map.of("Words", typed)))).contains(packed(typed));
  }

  /** Which run of a line stands where is a limit of decision 0017; no word of it is lost. */
  @ParameterizedTest
  @ValueSource(strings = {"before שלום (1) after", "كتف 12 يسار"})
  void R4_65_no_word_of_a_text_in_both_directions_is_lost(String typed) throws IOException {
    String found = text(response("en", Map.of("Words", typed)));
    for (String word : typed.replaceAll("[()]", "").split(" ", -1)) {
      assertThat(found).contains(word);
    }
  }

  @Test
  void R4_65_what_has_no_glyph_and_what_would_turn_the_text_is_named() throws IOException {
    assertThat(text(response("en", Map.of("Words", "a 膝 b \u202Etfel c \u200Bd"))))
        .contains("a[U+819D]b[U+202E]tfelc[U+200B]d");
  }

  @Test
  void R4_65_a_drawn_signature_is_drawn() throws IOException {
    JsonObject drawn =
        signed("DRAWN").add("strokes", "10,20 30,40 60,80 200,20;70,80 90,100 520,10").build();
    byte[] with =
        pdf.of(response("en", Map.of("q", "a")).add("signature", drawn).build().toString());
    assertThat(text(with)).contains(packed("Signed by hand"));
    try (PDDocument document = Loader.loadPDF(with)) {
      byte[] page = document.getPage(0).getContents().readAllBytes();
      assertThat(page).isNotEmpty();
      assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
    }
  }

  @Test
  void R4_66_a_signature_that_is_a_picture_is_never_opened() {
    JsonObject picture = signed("DRAWN").add("strokes", "file:///etc/passwd").build();
    String content = response("en", Map.of("q", "a")).add("signature", picture).build().toString();
    assertThatThrownBy(() -> pdf.of(content)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void R4_65_what_waits_says_so() throws IOException {
    assertThat(text(response("en", Map.of("q", "a")).add("status", "stopped")))
        .contains(packed("Stopped for an emergency"), packed("Not given yet"));
  }

  @Test
  void R4_65_it_is_tagged_and_its_fonts_are_inside() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(pdf.of(response("es", Map.of("q", "a")).build().toString()))) {
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("es");
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }
}
