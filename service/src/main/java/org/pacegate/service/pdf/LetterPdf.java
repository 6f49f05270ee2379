package org.pacegate.service.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Renders a letter. */
@ApplicationScoped
public class LetterPdf {

  /**
   * The PDF of a letter: A4, tagged, with its fonts; the same bytes each time (R5.67).
   *
   * @param content JSON of everything it says
   */
  public byte[] of(String content) {
    try (JsonReader json = Json.createReader(new StringReader(content))) {
      JsonObject letter = json.readObject();
      return ResponsePdf.rendered(
          new LetterPage(letter).document(), document -> settle(document, letter));
    }
  }

  /** What PDFs take from the clock otherwise. */
  private static void settle(PDDocument document, JsonObject letter) {
    Calendar written = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC));
    written.setTimeInMillis(
        LocalDate.parse(letter.getString("written"))
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .toEpochMilli());
    document.getDocumentInformation().setCreationDate(written);
    document.setDocumentId(Long.valueOf(letter.toString().hashCode()));
  }
}
