package org.pacegate.service.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.apache.pdfbox.cos.COSName;
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
    document
        .getDocumentInformation()
        .getCOSObject()
        .setString(
            COSName.CREATION_DATE, "D:" + letter.getString("written").replace("-", "") + "000000Z");
    document.setDocumentId(Long.valueOf(letter.toString().hashCode()));
  }
}
