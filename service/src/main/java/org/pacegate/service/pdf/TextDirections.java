package org.pacegate.service.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;

/** Text from right to left, by Java's own Unicode algorithm (UAX 9). */
final class TextDirections implements BidiSplitter, BidiReorderer {

  private static final String MIRRORED = "()[]{}<>«»";

  private Bidi paragraph;

  @Override
  public void setParagraph(String text, byte direction) {
    paragraph =
        new Bidi(
            text, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
  }

  @Override
  public int countTextRuns() {
    return paragraph.getRunCount();
  }

  @Override
  public BidiTextRun getVisualRun(int run) {
    int start = paragraph.getRunStart(run);
    boolean backwards = paragraph.getRunLevel(run) % 2 == 1;
    return new BidiTextRun(start, paragraph.getRunLimit(run) - start, backwards ? RTL : LTR);
  }

  @Override
  public byte getBaseDirection(String text) {
    return text.codePoints().anyMatch(TextDirections::isStrong)
        ? new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL
        : NEUTRAL;
  }

  private static boolean isStrong(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  @Override
  public String reorderRTLTextToLTR(String text) {
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
