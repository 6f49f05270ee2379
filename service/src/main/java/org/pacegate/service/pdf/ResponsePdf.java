package org.pacegate.service.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Document;

/** Renders a kept response. */
@ApplicationScoped
public class ResponsePdf {

  /** What is no address of anything. */
  private static final String NOWHERE = "urn:pacegate:response";

  static {
    // It would log parts of what it renders.
    XRLog.setLoggingEnabled(false);
  }

  /**
   * The PDF of a response: A4, tagged, with its fonts.
   *
   * @param content the response's canonical JSON (docs/decisions/0017)
   */
  public byte[] of(String content) {
    try (JsonReader json = Json.createReader(new StringReader(content))) {
      JsonObject response = json.readObject();
      return rendered(new ResponsePage(response).document());
    }
  }

  /** A PDF that names the response and says that its answers could not be rendered. */
  public byte[] withoutAnswers(String content) {
    try (JsonReader json = Json.createReader(new StringReader(content))) {
      return rendered(new ResponsePage(json.readObject()).withoutAnswers());
    }
  }

  /** Whatever the page asks for: it gets nothing that is not in it (R4.66). */
  static byte[] rendered(Document page) {
    return rendered(page, document -> {});
  }

  /**
   * Renders a page.
   *
   * @param finish has the last word on the document
   */
  static byte[] rendered(Document page, Consumer<PDDocument> finish) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument();
        PdfBoxRenderer renderer = builder(page, document).buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      finish.accept(document);
      document.save(pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static PdfRendererBuilder builder(Document page, PDDocument document) {
    DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(StrokesDrawer.TYPE, new StrokesDrawer());
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder
        .usePDDocument(document)
        .useFont(PdfFont.regular(document), PdfFont.FAMILY, 400, FontStyle.NORMAL, true)
        .useFont(PdfFont.bold(document), PdfFont.FAMILY, 700, FontStyle.NORMAL, true)
        .useUriResolver((base, uri) -> null)
        .useExternalResourceAccessControl(
            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
        .useExternalResourceAccessControl(
            (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
        .useUnicodeBidiSplitter(TextDirections::new)
        .useUnicodeBidiReorderer(new TextDirections())
        .useObjectDrawerFactory(drawers)
        .usePdfUaAccessibility(true)
        .withProducer("Pacegate")
        .withW3cDocument(page, NOWHERE);
    return builder;
  }
}
