package org.pacegate.service.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Text from right to left on a page that is read from left to right, by Java's own Unicode
 * algorithm (UAX 9). The renderer draws the runs of a line as they come and knows two directions
 * only, so what lies next to each other from right to left is one run here, the numbers in it
 * included.
 */
final class TextDirections implements BidiSplitter, BidiReorderer {

  private static final String MIRRORED = "()[]{}<>«»";

  private List<BidiTextRun> runs = List.of();

  @Override
  public void setParagraph(String text, byte direction) {
    Bidi paragraph = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
    runs = new ArrayList<>();
    int start = 0;
    for (int run = 1; run <= paragraph.getRunCount(); run++) {
      boolean backwards = paragraph.getRunLevel(run - 1) > 0;
      if (run == paragraph.getRunCount() || paragraph.getRunLevel(run) > 0 != backwards) {
        int end = paragraph.getRunLimit(run - 1);
        runs.add(new BidiTextRun(start, end - start, backwards ? RTL : LTR));
        start = end;
      }
    }
  }

  @Override
  public int countTextRuns() {
    return runs.size();
  }

  @Override
  public BidiTextRun getVisualRun(int run) {
    return runs.get(run);
  }

  @Override
  public byte getBaseDirection(String text) {
    return LTR;
  }

  @Override
  public String reorderRTLTextToLTR(String text) {
    Bidi line = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
    byte[] levels = new byte[line.getRunCount()];
    String[] parts = new String[levels.length];
    for (int run = 0; run < levels.length; run++) {
      levels[run] = (byte) line.getRunLevel(run);
      String part = text.substring(line.getRunStart(run), line.getRunLimit(run));
      parts[run] = levels[run] % 2 == 1 ? turned(part) : part;
    }
    Bidi.reorderVisually(levels, 0, parts, 0, parts.length);
    return String.join("", parts);
  }

  private static String turned(String text) {
    StringBuilder turned = new StringBuilder(text).reverse();
    for (int i = 0; i < turned.length(); i++) {
      int place = MIRRORED.indexOf(turned.charAt(i));
      if (place >= 0) {
        turned.setCharAt(i, MIRRORED.charAt(place ^ 1));
      }
    }
    return turned.toString();
  }

  @Override
  public String shapeText(String text) {
    return text;
  }

  @Override
  public String deshapeText(String text) {
    return text;
  }

  @Override
  public boolean isLiveImplementation() {
    return true;
  }
}
