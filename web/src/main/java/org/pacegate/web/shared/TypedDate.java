package org.pacegate.web.shared;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A date as somebody typed it into three fields, or pasted whole into one of them: 2 3 1988,
 * 02/03/1988, 1988-03-02, 02-Mar-1988, 2 de marzo de 1988, 02031988. The day comes before the
 * month, unless the year comes first or the month is a word.
 */
record TypedDate(String day, String month, String year) implements Serializable {

  TypedDate {
    day = Objects.toString(day, "").strip();
    month = Objects.toString(month, "").strip();
    year = Objects.toString(year, "").strip();
  }

  static TypedDate of(LocalDate date) {
    return date == null
        ? new TypedDate("", "", "")
        : new TypedDate(
            "%02d".formatted(date.getDayOfMonth()),
            "%02d".formatted(date.getMonthValue()),
            "%04d".formatted(date.getYear()));
  }

  /** What {@link #kept} gave. */
  static TypedDate ofKept(String kept) {
    if (kept == null) {
      return of(null);
    }
    try {
      return of(LocalDate.parse(kept));
    } catch (DateTimeException asTyped) {
      String[] parts = kept.split("/", 3);
      return parts.length == 3
          ? new TypedDate(parts[0], parts[1], parts[2])
          : new TypedDate(kept, "", "");
    }
  }

  /** Text to keep: the date in ISO 8601, or what was typed while it is none; null for none. */
  String kept() {
    if (isBlank()) {
      return null;
    }
    try {
      return toDate().toString();
    } catch (ImpossibleDate asTyped) {
      return month.isEmpty() && year.isEmpty() ? day : String.join("/", day, month, year);
    }
  }

  boolean isBlank() {
    return parts().isEmpty();
  }

  LocalDate toDate() throws ImpossibleDate {
    return parts().size() == 1 ? inOrder(pieces(parts().get(0))).parse() : parse();
  }

  private List<String> parts() {
    return Stream.of(day, month, year).filter(part -> !part.isEmpty()).toList();
  }

  private LocalDate parse() throws ImpossibleDate {
    if (parts().size() < 3) {
      throw new ImpossibleDate("date.incomplete");
    }
    if (!year.matches("\\d{4}")) {
      throw new ImpossibleDate("date.year");
    }
    YearMonth when = YearMonth.of(Integer.parseInt(year), monthNumber());
    int date = day.matches("\\d{1,2}") ? Integer.parseInt(day) : 0;
    if (!when.isValidDay(date)) {
      throw new ImpossibleDate("date.day", day, when);
    }
    return when.atDay(date);
  }

  private int monthNumber() throws ImpossibleDate {
    if (month.matches("\\d{1,2}")) {
      int number = Integer.parseInt(month);
      if (number >= 1 && number <= 12) {
        return number;
      }
    }
    return Arrays.stream(Month.values())
        .filter(candidate -> MonthWord.names(month, candidate))
        .findFirst()
        .orElseThrow(() -> new ImpossibleDate("date.month", month))
        .getValue();
  }

  private static List<String> pieces(String whole) {
    if (whole.matches("(19|20)\\d{6}") && Integer.parseInt(whole.substring(4, 6)) <= 12) {
      return List.of(whole.substring(0, 4), whole.substring(4, 6), whole.substring(6));
    }
    if (whole.matches("\\d{8}")) {
      return List.of(whole.substring(0, 2), whole.substring(2, 4), whole.substring(4));
    }
    return Arrays.stream(whole.split("[^\\p{L}\\p{N}]+"))
        .filter(piece -> !piece.isEmpty() && !"de".equalsIgnoreCase(piece))
        .map(piece -> piece.replaceFirst("^(\\d{1,2})(st|nd|rd|th)$", "$1"))
        .toList();
  }

  private static TypedDate inOrder(List<String> pieces) throws ImpossibleDate {
    if (pieces.size() != 3) {
      throw new ImpossibleDate("date.incomplete");
    }
    if (pieces.get(0).length() == 4 && Character.isDigit(pieces.get(0).charAt(0))) {
      return new TypedDate(pieces.get(2), pieces.get(1), pieces.get(0));
    }
    if (Character.isLetter(pieces.get(0).charAt(0))) {
      return new TypedDate(pieces.get(1), pieces.get(0), pieces.get(2));
    }
    return new TypedDate(pieces.get(0), pieces.get(1), pieces.get(2));
  }
}
