package org.pacegate.domain.questionnaire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.Free;
import org.pacegate.domain.questionnaire.Value.NotSure;
import org.pacegate.domain.questionnaire.Value.Truth;

/**
 * Answers as an intake keeps them, as text (R4.151): codes with commas between, yes and no as
 * {@value #YES} and {@value #NO}, "not sure" as {@value #UNSURE}, a day in ISO 8601, a number as it
 * was typed. Own words beside a choice stand behind {@value #OWN_WORDS}, which no code holds.
 */
public final class KeptValues {
  public static final String YES = "YES";
  public static final String NO = "NO";
  public static final String UNSURE = "UNSURE";
  public static final String OWN_WORDS = "+";

  /** How a page keeps "none of these" alone: a list of codes that has none. */
  private static final String NO_CODES = ",";

  private static final String NONE = "NONE";

  /** A plain number, with a point or a comma; nothing that a computer alone would write. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,6})?");

  private KeptValues() {}

  /**
   * The answers in a text. What cannot be read stays as the person's words, which only a question
   * for words takes.
   */
  public static List<Value> read(Item item, String kept) {
    String text = kept.strip();
    if (text.isEmpty()) {
      return List.of();
    }
    if (text.equals(UNSURE) && item.takesNotSure() && item.option(UNSURE).isEmpty()) {
      return List.of(NotSure.NOT_SURE);
    }
    return switch (item.type()) {
      case GROUP, DISPLAY -> List.of();
      case BOOLEAN -> List.of(truth(text));
      case CHOICE, BODY_PICTURE -> codes(item, text);
      case OPEN_CHOICE -> Stream.concat(codes(item, codesIn(text)).stream(), words(text)).toList();
      case INTEGER, DECIMAL -> List.of(number(text));
      case DATE -> List.of(day(text).<Value>map(Day::new).orElse(new Free(text)));
      case TEXT -> List.of(new Free(text));
    };
  }

  /** The codes of a choice that takes own words, as text; empty for none. */
  public static String codesIn(String kept) {
    int words = kept.indexOf(OWN_WORDS);
    String codes = words < 0 ? kept : kept.substring(0, words);
    return codes.endsWith(",") && codes.length() > 1
        ? codes.substring(0, codes.length() - 1)
        : codes;
  }

  /** The own words beside a choice; empty when there are none, or none yet. */
  public static Optional<String> wordsIn(String kept) {
    int words = kept.indexOf(OWN_WORDS);
    return words < 0 ? Optional.empty() : Optional.of(kept.substring(words + 1).strip());
  }

  /**
   * A choice with own words, as text.
   *
   * @param codes with commas between; empty for none
   * @param words null for none; empty when they were chosen and are not written yet
   */
  public static String withWords(String codes, String words) {
    if (words == null) {
      return codes;
    }
    String given = codes.equals(NO_CODES) || codes.isEmpty() ? "" : codes + ",";
    return given + OWN_WORDS + words;
  }

  private static Value truth(String text) {
    return switch (text) {
      case YES -> new Truth(true);
      case NO -> new Truth(false);
      default -> new Free(text);
    };
  }

  private static List<Value> codes(Item item, String text) {
    if (text.equals(NO_CODES)) {
      return item.option(NONE).isPresent() ? List.of(new Coded(NONE)) : List.of();
    }
    List<Value> codes = new ArrayList<>();
    List<String> given = item.repeats() ? Arrays.asList(text.split(",", -1)) : List.of(text);
    for (String code : given) {
      if (!code.isBlank()) {
        boolean unsure =
            code.equals(UNSURE) && item.takesNotSure() && item.option(UNSURE).isEmpty();
        codes.add(unsure ? NotSure.NOT_SURE : new Coded(code.strip()));
      }
    }
    return codes;
  }

  private static Stream<Value> words(String text) {
    return wordsIn(text)
        .filter(words -> !words.isEmpty())
        .map(words -> (Value) new Free(words))
        .stream();
  }

  private static Value number(String text) {
    return NUMBER.matcher(text).matches()
        ? new Amount(new BigDecimal(text.replace(',', '.')))
        : new Free(text);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
