package org.pacegate.service.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.sun.management.ThreadMXBean;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Sha256;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

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
  @ValueSource(strings = {"שלום עולם", "مرحبا", "לוי, דנה", "שָׁלוֹם"})
  void R4_65_text_from_right_to_left_is_kept(String typed) throws IOException {
    assertThat(text(response("en", Map.of("Words", typed)))).contains(packed(typed));
  }

  @Test
  void R4_65_text_from_right_to_left_goes_over_lines_and_pages() throws IOException {
    String typed =
        IntStream.range(0, 1_200)
            .mapToObj(i -> "" + (char) ('א' + i % 22) + (char) ('א' + i / 22 % 22) + "ב")
            .collect(Collectors.joining(" "));
    assertThat(text(response("en", Map.of("Words", typed)))).contains(packed(typed));
  }

  private static String backwards(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  static Stream<Arguments> inBothDirections() {
    return Stream.of(
        arguments("before שלום after", "before" + backwards("שלום") + "after"),
        arguments("כתף 12 يسار", backwards("يسار") + "12" + backwards("כתף")),
        arguments("Ana (דנה לוי) 7", "Ana(" + backwards("דנה לוי") + ")7"),
        arguments("שלום [Ana] עולם", backwards("שלום") + "[Ana]" + backwards("עולם")),
        arguments("before שלום (1) after", "before(1)" + backwards("שלום") + "after"),
        arguments("(כתף)", "(" + backwards("כתף") + ")"));
  }

  /** As a page in the language of the clinic shows it: from left to right, letter by letter. */
  @ParameterizedTest
  @MethodSource("inBothDirections")
  void R4_65_text_in_both_directions_stands_as_it_is_read(String typed, String drawn)
      throws IOException {
    StringBuilder found = new StringBuilder();
    try (PDDocument document =
        Loader.loadPDF(pdf.of(response("en", Map.of("Words", typed)).build().toString()))) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition letter) {
          found.append(letter.getUnicode());
        }
      }.getText(document);
    }
    assertThat(packed(found.toString())).contains("Words" + packed(drawn));
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

  /** Everything by which a page may ask for something that is not in it. */
  private static Document asking(String site, Path picture, Path style) throws Exception {
    String page =
        """
        <html><head><title>t</title>
        <link rel="stylesheet" href="%1$s/link.css"/><link rel="stylesheet" href="%3$s"/>
        <style>
          @import url(%1$s/import.css); @import url(%3$s);
          @font-face { font-family: Far; src: url(%1$s/far.ttf); }
          body { font-family: Far, 'DejaVu Sans'; background-image: url(%2$s); }
          p { background: url(%1$s/p.png); list-style-image: url(%2$s); }
          p:before { content: url(%2$s); }
        </style></head>
        <body style="background: url(%1$s/body.png)"><p>text</p><img src="%1$s/i.png"/><img src="%2$s"/>
        <object data="%2$s" type="image/png"/><object data="%1$s/o.png" type="image/png"/>
        <iframe src="%3$s"/><a href="%1$s/a">a</a></body></html>
        """
            .formatted(site, picture.toUri(), style.toUri());
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static boolean isAsked(ServerSocket site) throws IOException {
    site.setSoTimeout(200);
    try (Socket asked = site.accept()) {
      return asked.isConnected();
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  private static byte[] plainly(Document page) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    new PdfRendererBuilder().withW3cDocument(page, "urn:x").toStream(pdf).run();
    return pdf.toByteArray();
  }

  private static List<String> pictures(byte[] rendered) throws IOException {
    try (PDDocument document = Loader.loadPDF(rendered)) {
      List<String> pictures = new ArrayList<>();
      document.getPage(0).getResources().getXObjectNames().forEach(x -> pictures.add(x.getName()));
      return pictures;
    }
  }

  @Test
  void R4_66_the_renderer_opens_no_file_and_no_connection(@TempDir Path files) throws Exception {
    Path picture = files.resolve("p.png");
    ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    Path style = files.resolve("s.css");
    Files.writeString(style, "p:after { content: 'fetched' }");
    try (ServerSocket site = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      // Not listening to what it is asked, so that nothing waits for an answer.
      String address = "http://127.0.0.1:" + site.getLocalPort();
      byte[] ours = ResponsePdf.rendered(asking(address, picture, style));
      assertThat(isAsked(site)).isFalse();
      assertThat(pictures(ours)).isEmpty();
      assertThat(text(ours)).contains("text").doesNotContain("fetched");
    }
  }

  /** What the test above would find if the renderer were let. */
  @Test
  void R4_66_a_renderer_that_is_let_opens_files(@TempDir Path files) throws Exception {
    Path picture = files.resolve("p.png");
    ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    Path style = files.resolve("s.css");
    Files.writeString(style, "p:after { content: 'fetched' }");
    byte[] plain = plainly(asking("file:/nowhere", picture, style));
    assertThat(pictures(plain)).isNotEmpty();
    assertThat(text(plain)).contains("fetched");
  }

  /** Bytes that this thread has taken so far. */
  private static long taken() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }

  private static long used(MemoryType type) {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == type)
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }

  /** A response as large as a whole intake; the figures stand in the administrator's guide. */
  @Test
  void R4_65_what_rendering_costs() {
    Map<String, String> answers = new LinkedHashMap<>();
    IntStream.range(0, 80)
        .forEach(i -> answers.put("Is there anything new in the last 14 days, " + i + "?", "No"));
    String content =
        response("en", answers)
            .add("signature", signed("TYPED").add("name", "Ana"))
            .build()
            .toString();
    long classes = used(MemoryType.NON_HEAP);
    byte[] rendered = pdf.of(content);
    long classesThen = used(MemoryType.NON_HEAP);
    long heap = used(MemoryType.HEAP);
    long before = taken();
    long start = System.nanoTime();
    int times = 20;
    for (int i = 0; i < times; i++) {
      rendered = pdf.of(content);
    }
    double ms = (System.nanoTime() - start) / 1e6 / times;
    double garbage = (taken() - before) / 1048576d / times;
    double held = (used(MemoryType.HEAP) - heap) / 1048576d;
    System.out.printf(
        "pdf: %d kB, %.0f ms and %.1f MB of garbage each, %.2f MB held after %d more, %.1f MB of classes%n",
        rendered.length / 1024, ms, garbage, held, times, (classesThen - classes) / 1048576d);
    assertThat(rendered).hasSizeLessThan(100 * 1024);
    assertThat(garbage).as("MB").isLessThan(60);
    assertThat(held).as("MB held by %d", times).isLessThan(3);
  }

  /** A stopped intake takes 20,000 of any characters; each of these becomes eight. */
  @Test
  void R4_65_twenty_thousand_characters_without_a_glyph_do_not_hold_an_emergency_up() {
    String response = response("en", Map.of("Words", "\u819d".repeat(20_000))).build().toString();
    assertTimeout(Duration.ofSeconds(30), () -> pdf.of(response));
  }

  @Test
  void R4_65_what_cannot_be_rendered_is_named_by_its_hash() throws IOException {
    String response = response("es", Map.of("q", "Secret words")).build().toString();
    assertThat(text(pdf.withoutAnswers(response)))
        .contains(packed("no se pudieron representar"), Sha256.of(response))
        .doesNotContain(packed("Secret words"));
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
