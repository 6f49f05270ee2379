package org.pacegate.domain.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacegate.domain.shared.InvalidValue;

/**
 * A signature as it was drawn: the way of the pen, never a picture. A point lies on a field of 600
 * by 200 units, from its upper left corner. As a text a point is {@code 12,80}, a space stands
 * between the points of a stroke and a semicolon between strokes. Immutable.
 *
 * @param lines the strokes, each at least one point
 */
public record Strokes(List<List<Point>> lines) {

  public static final int WIDTH = 600;
  public static final int HEIGHT = 200;
  static final int MOST_STROKES = 60;
  static final int MOST_POINTS = 1_500;

  /** A dot or a tick by mistake is shorter, in points and in units across. */
  static final int LEAST_POINTS = 5;

  static final int LEAST_ACROSS = 30;

  private static final int LONGEST = MOST_POINTS * 8;
  private static final Pattern POINT = Pattern.compile("\\d{1,3},\\d{1,3}");

  /** How files of pictures begin when somebody sends them as a text. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "(data:|blob:|<svg|<\\?xml|<img|ivborw0|/9j/|r0lgod|uklgr|.?png|gif8|riff).*",
          Pattern.DOTALL);

  /** One point of the pen's way, in units. */
  public record Point(int x, int y) {}

  /**
   * A drawn signature.
   *
   * @throws InvalidValue {@code signature tooShort} for a dot or nothing, {@code tooLong} for more
   *     than 60 strokes or 1,500 points, {@code outside} for a point that is not on the field
   */
  public Strokes {
    lines = lines.stream().map(List::copyOf).toList();
    List<Point> points = points(lines);
    if (lines.size() > MOST_STROKES || points.size() > MOST_POINTS) {
      throw new InvalidValue("signature", "tooLong");
    }
    if (points.stream().anyMatch(each -> !isOnField(each))) {
      throw new InvalidValue("signature", "outside");
    }
    if (points.size() < LEAST_POINTS || across(points) < LEAST_ACROSS) {
      throw new InvalidValue("signature", "tooShort");
    }
  }

  /**
   * Reads the text of {@link #text}.
   *
   * @throws InvalidValue {@code signature picture} for a picture in place of a signature, {@code
   *     malformed} for anything else that is none, and as the constructor
   */
  public static Strokes read(String text) {
    if (PICTURE.matcher(text.strip().toLowerCase(Locale.ROOT)).matches()) {
      throw new InvalidValue("signature", "picture");
    }
    if (text.length() > LONGEST) {
      throw new InvalidValue("signature", "tooLong");
    }
    return new Strokes(Arrays.stream(text.split(";", -1)).map(Strokes::line).toList());
  }

  private static List<Point> line(String text) {
    return Arrays.stream(text.split(" ", -1)).map(Strokes::point).toList();
  }

  private static Point point(String text) {
    if (!POINT.matcher(text).matches()) {
      throw new InvalidValue("signature", "malformed");
    }
    int comma = text.indexOf(',');
    return new Point(
        Integer.parseInt(text.substring(0, comma)), Integer.parseInt(text.substring(comma + 1)));
  }

  /** As it is kept. */
  public String text() {
    return lines.stream()
        .map(
            line ->
                line.stream()
                    .map(point -> point.x + "," + point.y)
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(";"));
  }

  private static List<Point> points(List<List<Point>> lines) {
    return lines.stream().flatMap(List::stream).toList();
  }

  private static boolean isOnField(Point point) {
    return point.x >= 0 && point.x <= WIDTH && point.y >= 0 && point.y <= HEIGHT;
  }

  private static int across(List<Point> points) {
    int least = points.stream().mapToInt(Point::x).min().orElse(0);
    return points.stream().mapToInt(Point::x).max().orElse(0) - least;
  }
}
