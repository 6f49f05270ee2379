package org.pacegate.service.pdf;

import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts that ship with the product, and which characters they can show. */
final class PdfFont {

  static final String FAMILY = "DejaVu Sans";
  private static final String REGULAR = "/fonts/DejaVuSans.ttf";
  private static final String BOLD = "/fonts/DejaVuSans-Bold.ttf";
  private static final BitSet SHOWN = both(glyphs(REGULAR), glyphs(BOLD));

  private PdfFont() {}

  static PDFontSupplier regular(PDDocument document) {
    return embedded(REGULAR, document);
  }

  static PDFontSupplier bold(PDDocument document) {
    return embedded(BOLD, document);
  }

  /**
   * Read anew for every document, which closes it: a parsed font takes megabytes. Without its
   * ligatures, of which each piece of text would cost a search and a reader finds none.
   */
  private static PDFontSupplier embedded(String file, PDDocument document) {
    try {
      TrueTypeFont font = parsed(file);
      document.registerTrueTypeFontForClosing(font);
      font.setEnableGsub(false);
      return new PDFontSupplier(PDType0Font.load(document, font, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrueTypeFont parsed(String file) throws IOException {
    try (InputStream in = open(file)) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in));
    }
  }

  private static InputStream open(String file) {
    InputStream in = PdfFont.class.getResourceAsStream(file);
    if (in == null) {
      throw new IllegalStateException(file + " is not shipped");
    }
    return in;
  }

  private static BitSet glyphs(String file) {
    try (TrueTypeFont font = parsed(file)) {
      CmapLookup lookup = font.getUnicodeCmapLookup();
      BitSet glyphs = new BitSet();
      for (int c = ' '; c <= Character.MAX_CODE_POINT; c++) {
        if (lookup.getGlyphId(c) != 0) {
          glyphs.set(c);
        }
      }
      return glyphs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BitSet both(BitSet one, BitSet other) {
    one.and(other);
    return one;
  }

  /** The text with every character that has no glyph named by its code point: {@code [U+1F600]}. */
  static String showable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || c == '\t' || (SHOWN.get(c) && !isSteering(c))) {
                shown.appendCodePoint(c);
              } else if (c != '\r') {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
              }
            });
    return shown.toString();
  }

  /** Marks that would turn the text around them are shown, not obeyed. */
  private static boolean isSteering(int c) {
    return Character.getType(c) == Character.FORMAT;
  }
}
