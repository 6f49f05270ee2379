package org.pacegate.service.pdf;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.pacegate.domain.shared.Sha256;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A response as a page: who, every question with its answer, the consent and the signature. */
final class ResponsePage {

  private static final String STYLE =
      """
      @page { size: A4; margin: 20mm 18mm 22mm 18mm;
        @bottom-right { content: counter(page) ' / ' counter(pages); font: 7.5pt 'DejaVu Sans'; color: #555; } }
      body { font-family: 'DejaVu Sans'; font-size: 9pt; line-height: 1.35; color: #111; word-wrap: break-word; }
      h1 { font-size: 16pt; margin: 0 0 1mm 0; }
      h2 { font-size: 11pt; margin: 6mm 0 1mm 0; padding-bottom: 1mm; border-bottom: 1pt solid #333; page-break-after: avoid; }
      .lead { margin: 0 0 4mm 0; color: #333; }
      .asked { font-weight: bold; margin: 2.5mm 0 0 0; page-break-after: avoid; }
      .answer { white-space: pre-wrap; margin: 0; }
      .none { color: #555; }
      .by { font-size: 7pt; color: #555; margin: 0; }
      .facts { margin: 0; }
      .drawn { width: 90mm; height: 30mm; border: 0.5pt solid #999; display: block; margin: 2mm 0; }
      .hash { font-size: 6.5pt; color: #555; margin-top: 8mm; }
      """;

  private final JsonObject response;
  private final Locale language;
  private final ResourceBundle words;
  private final ZoneId zone;
  private final Xhtml page;

  ResponsePage(JsonObject response) {
    this.response = response;
    this.language = Locale.forLanguageTag(response.getString("language"));
    this.words =
        ResourceBundle.getBundle(
            "org.pacegate.service.pdf.words",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    this.zone = ZoneId.of(response.getString("timeZone"));
    this.page = new Xhtml(response.getString("language"), title(), STYLE);
  }

  private String title() {
    return words.getString("title") + " " + response.getJsonObject("identifier").getString("value");
  }

  /** Without what somebody typed: whose it is, and that the answers are in the content only. */
  Document withoutAnswers() {
    page.add("h1", null, words.getString("title"));
    page.add("p", "facts", recordNumber());
    page.add("p", "facts", response.getJsonObject("identifier").getString("value"));
    page.add("p", "asked", words.getString("unrendered"));
    page.add("p", "hash", words.getString("hash") + " " + Sha256.of(response.toString()));
    return page.document();
  }

  private String recordNumber() {
    return response.getJsonObject("subject").getJsonObject("identifier").getString("value");
  }

  Document document() {
    page.add("h1", null, words.getString("title"));
    lead();
    response.getJsonArray("item").stream().map(JsonValue::asJsonObject).forEach(this::part);
    consent();
    page.add("p", "hash", words.getString("hash") + " " + Sha256.of(response.toString()));
    return page.document();
  }

  private void lead() {
    JsonObject subject = response.getJsonObject("subject");
    String born =
        subject.containsKey("birthDate")
            ? ", " + words.getString("born") + " " + day(subject.getString("birthDate"))
            : "";
    page.add("p", "facts", subject.getString("display") + born);
    page.add("p", "facts", recordNumber());
    page.add("p", "facts", response.getString("clinic"));
    page.add(
        "p",
        "facts",
        String.join(
            ", ",
            instant(response.getString("authored")),
            response.getJsonObject("author").getString("display"),
            words.getString("door." + response.getString("door"))));
    page.add("p", "facts", words.getString("rules") + " " + response.getString("questionnaire"));
    if (response.getString("status").equals("stopped")) {
      page.add("p", "asked", words.getString("stopped"));
    }
  }

  private void part(JsonObject part) {
    page.add("h2", null, part.getString("text"));
    part.getJsonArray("item").stream().map(JsonValue::asJsonObject).forEach(this::question);
  }

  private void question(JsonObject item) {
    page.add("p", "asked", item.getString("text"));
    if (!item.containsKey("answer")) {
      page.add("p", "answer none", words.getString("notAnswered"));
      return;
    }
    page.add("div", "answer", answers(item.getJsonArray("answer")));
    JsonObject by = item.getJsonObject("provenance");
    page.add(
        "p",
        "by",
        String.join(
            ", ",
            by.getString("display"),
            instant(by.getString("recorded")),
            words.getString("door." + by.getString("door"))));
    if (by.containsKey("confirms")) {
      page.add("p", "by", words.getString("confirms") + " " + instant(by.getString("confirms")));
    }
  }

  private static String answers(JsonArray answers) {
    return answers.stream()
        .map(JsonValue::asJsonObject)
        .map(
            each ->
                each.containsKey("valueCoding")
                    ? each.getJsonObject("valueCoding").getString("display")
                    : each.getString("valueString"))
        .collect(Collectors.joining("\n"));
  }

  private void consent() {
    if (response.getString("occasion").equals("rescreen")) {
      return;
    }
    page.add("h2", null, words.getString("consent"));
    if (!response.containsKey("signature")) {
      page.add("p", "answer none", words.getString("consentWaits"));
      return;
    }
    JsonObject consent = response.getJsonObject("consent");
    page.add(
        "p",
        "facts",
        words.getString("consentText")
            + " "
            + consent.getString("version")
            + " ("
            + consent.getString("language")
            + ")");
    page.add("p", "by", "SHA-256 " + consent.getString("hash"));
    signature(response.getJsonObject("signature"));
  }

  private void signature(JsonObject signature) {
    String kind = signature.getString("kind");
    page.add("p", "asked", words.getString("signature." + kind));
    if (signature.containsKey("name")) {
      page.add("p", "answer", signature.getString("name"));
    }
    if (signature.containsKey("strokes")) {
      Element drawn = page.add("object", "drawn", "");
      drawn.setAttribute("type", StrokesDrawer.TYPE);
      drawn.setAttribute(StrokesDrawer.STROKES, signature.getString("strokes"));
      drawn.setAttribute("title", words.getString("signature.DRAWN"));
      drawn.setAttribute("alt", words.getString("signature.DRAWN"));
    }
    page.add(
        "p",
        "by",
        String.join(
            ", ",
            words.getString("relation." + signature.getString("relation")),
            instant(signature.getString("when")),
            words.getString("door." + signature.getString("door"))));
  }

  private String instant(String text) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(language)
        .withZone(zone)
        .format(Instant.parse(text));
  }

  private String day(String text) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(language)
        .format(LocalDate.parse(text));
  }
}
