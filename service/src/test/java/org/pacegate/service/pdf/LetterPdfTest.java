package org.pacegate.service.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R5.63, R5.66, R5.67: a letter as a PDF. */
class LetterPdfTest {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final LetterPdf pdf = new LetterPdf();

  private byte[] rendered(JsonObjectBuilder letter) {
    return pdf.of(letter.build().toString());
  }

  private String text(JsonObjectBuilder letter) throws IOException {
    try (PDDocument document = Loader.loadPDF(rendered(letter))) {
      return packed(new PDFTextStripper().getText(document));
    }
  }

  private int pages(JsonObjectBuilder letter) throws IOException {
    try (PDDocument document = Loader.loadPDF(rendered(letter))) {
      return document.getNumberOfPages();
    }
  }

  private static String packed(String text) {
    return SPACE.matcher(text).replaceAll("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Referral no. 4711|EMERGENCY: to be seen at once At the latest by 19 June 2026, 13:00|Asked, not"
            + " found|Cauda equina: changed feeling in the saddle area, bowel|Not known|Infection:"
            + " fever or night sweats|left leg shorter: 12.5 mm|42.5 km a week|In danger, call",
        "es|Derivación núm. 4711|EMERGENCIA: hay que atender ahora mismo A más tardar el 19 de junio"
            + " de 2026|Preguntados, ausentes|Cola de caballo: sensibilidad alterada en silla de"
            + " montar, intestino|No se sabe|Infección: fiebre o sudores nocturnos|left leg shorter:"
            + " 12,5 mm|42,5 km por semana|Si hay peligro"
      })
  void R5_63_every_fact_stands_in_it(
      String language,
      String number,
      String urgency,
      String asked,
      String negative,
      String unknown,
      String open,
      String measured,
      String running,
      String call)
      throws IOException {
    String found = text(SampleLetter.full(language));
    for (String fact :
        new String[] {
          number,
          urgency,
          asked,
          negative,
          unknown,
          open,
          measured,
          running,
          call,
          "Clínica del Río",
          "+34 976 000 111",
          "clinic@example.org",
          "Calle Mayor 7",
          "Hospital Universitario, Urgencias",
          "+34 976 222 333",
          "Paseo del Parque 1",
          "Dr Eva Sanz",
          "Physician",
          "N-42",
          "Núñez, Ana",
          "PG-12",
          "female",
          "1995",
          "Emergency department with emergency MRI",
          "suspected cauda equina",
          "Emergency MRI of the",
          "Sign 1: new or worsening",
          "When did this start? 17 June 2026",
          "Rosa Mesa",
          "It hurts when I run",
          "Low back, left",
          "gradually",
          "Residual urine 420 ml",
          "M54.16",
          "Radiculopathy, lumbar",
          "L5 left",
          "provisional",
          "road, trail",
          "light trainers",
          "Do not drive."
        }) {
      assertThat(found).contains(packed(fact));
    }
  }

  @ParameterizedTest
  @CsvSource({"en,Licence no.,5. Running and jumping", "es,N.º de licencia,5. Correr y saltar"})
  void R5_63_the_form_asks_five_things_and_who_answers(
      String language, String licence, String impact) throws IOException {
    ResourceBundle words = words(language);
    String found = text(SampleLetter.bare(language));
    for (String line :
        new String[] {
          "seen",
          "diagnosis",
          "certainty",
          "flags",
          "flags.why",
          "impact",
          "name",
          "profession",
          "licence",
          "signature"
        }) {
      assertThat(found).contains(packed(words.getString("form." + line)));
    }
    assertThat(found).contains(packed(licence), packed(impact), "☐", "Núñez,Ana", "PG-12");
  }

  private static ResourceBundle words(String language) {
    return ResourceBundle.getBundle(
        "org.pacegate.service.pdf.letter",
        Locale.forLanguageTag(language),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Nobody has screened|Measured Nothing is on record|injury Nothing is on record|told Nothing is on record|Please examine",
        "es|Todavía no se ha|Medido No consta nada|lesión No consta nada|No consta nada|Le rogamos que explore"
      })
  void R5_63_what_nobody_answered_is_said(
      String language, String screened, String measured, String running, String told, String asked)
      throws IOException {
    assertThat(text(SampleLetter.bare(language)))
        .contains(packed(screened), packed(measured), packed(running), packed(told), packed(asked));
  }

  @Test
  void R5_63_somebody_without_a_name_or_a_birth_date_has_a_letter() throws IOException {
    JsonObjectBuilder unknown =
        SampleLetter.bare("en")
            .add(
                "subject",
                Json.createObjectBuilder()
                    .add("recordNumber", "PG-12")
                    .add("sex", "sex not known")
                    .add("speaks", "English"));
    assertThat(text(unknown)).contains("Namenotknown", "dateofbirthnotknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert('x')</script><img src=\"file:///etc/passwd\"/> & &amp; ]]> <!-- -->",
        "'; } @page { size: A6 } \\ {0} ${x} #{y}",
        "Иванова-Сидорова, Ана",
        "לוי, דנה",
        "مريم الهاشمي"
      })
  void R5_66_whatever_a_name_is_it_stands_as_it_is(String name) throws IOException {
    JsonObjectBuilder letter =
        SampleLetter.full("es")
            .add("clinic", Json.createObjectBuilder().add("display", name))
            .add("told", name)
            .add(
                "subject",
                Json.createObjectBuilder()
                    .add("display", name)
                    .add("recordNumber", "PG-12")
                    .add("sex", "mujer")
                    .add("speaks", "español"));
    String found = text(letter);
    assertThat(found.split(Pattern.quote(packed(name)), -1)).hasSizeGreaterThan(4);
  }

  @Test
  void R5_66_the_longest_names_break_and_are_not_cut() throws IOException {
    String name = "Wolfeschlegelsteinhausenbergerdorff".repeat(6).substring(0, 200);
    JsonObjectBuilder letter =
        SampleLetter.full("en")
            .add(
                "recipient",
                Json.createObjectBuilder().add("display", name).add("address", "x".repeat(500)))
            .add("sender", Json.createObjectBuilder().add("display", name + " " + name));
    String found = text(letter);
    assertThat(found).contains(name, "x".repeat(500), name + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void R5_66_a_usual_letter_is_one_page(String language) throws IOException {
    assertThat(pages(SampleLetter.bare(language))).isEqualTo(1);
    assertThat(pages(SampleLetter.full(language))).isEqualTo(1);
    // As after a screening of the low back: one sign, and all the others asked.
    assertThat(pages(SampleLetter.full(language).add("screening", SampleLetter.lowBack())))
        .isEqualTo(1);
  }

  /** The form goes to the second page as a whole, with its way back. */
  @ParameterizedTest
  @ValueSource(ints = {8, 14, 20, 40})
  void R5_66_many_flags_go_over_and_the_form_stays_whole(int flags) throws IOException {
    JsonObjectBuilder letter =
        SampleLetter.full("en").add("screening", SampleLetter.screening(flags));
    try (PDDocument document = Loader.loadPDF(rendered(letter))) {
      assertThat(document.getNumberOfPages()).isGreaterThan(1);
      PDFTextStripper last = new PDFTextStripper();
      last.setStartPage(document.getNumberOfPages());
      assertThat(packed(last.getText(document)))
          .contains("Howtoanswer", "1.Seenon", "Signatureanddate", "no.4711");
      String all = packed(new PDFTextStripper().getText(document));
      for (int i = 1; i <= flags; i++) {
        assertThat(all).contains("Sign" + i + ":");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void R5_66_it_is_tagged_titled_and_has_its_fonts(String language) throws IOException {
    try (PDDocument document = Loader.loadPDF(rendered(SampleLetter.full(language)))) {
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
      assertThat(document.getDocumentInformation().getTitle())
          .isEqualTo(
              language.equals("en")
                  ? "Referral 4711, Clínica del Río"
                  : "Derivación 4711, Clínica del Río");
      for (var name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void R5_67_the_same_letter_is_the_same_bytes() {
    byte[] once = rendered(SampleLetter.full("es"));
    assertThat(rendered(SampleLetter.full("es"))).isEqualTo(once);
    assertThat(rendered(SampleLetter.full("en"))).isNotEqualTo(once);
  }
}
