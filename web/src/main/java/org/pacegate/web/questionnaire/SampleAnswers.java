package org.pacegate.web.questionnaire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.questionnaire.Response;
import org.pacegate.domain.questionnaire.Value;
import org.pacegate.domain.questionnaire.Value.Amount;
import org.pacegate.domain.questionnaire.Value.Coded;
import org.pacegate.domain.questionnaire.Value.Day;
import org.pacegate.domain.questionnaire.Value.Free;
import org.pacegate.domain.questionnaire.Value.NotSure;
import org.pacegate.domain.questionnaire.Value.Truth;

/**
 * A sample patient's answers as they were typed, by the place of the item in the form. Several
 * codes are separated by blanks.
 */
final class SampleAnswers {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}([.,]\\d{1,6})?");
  static final String NOT_SURE = "NOT_SURE";

  private final Questionnaire questionnaire;

  SampleAnswers(Questionnaire questionnaire) {
    this.questionnaire = questionnaire;
  }

  /** What can be read becomes an answer of its kind; anything else stays the person's words. */
  Response read(Map<String, String> typed) {
    Response response = Response.none();
    for (Item item : questionnaire.all()) {
      String text = typed.get(item.linkId());
      if (item.type().isQuestion() && text != null && !text.isBlank()) {
        response = response.with(item.linkId(), values(item, text.strip()));
      }
    }
    return response;
  }

  private static Value[] values(Item item, String text) {
    if (text.equals(NOT_SURE) && item.takesNotSure()) {
      return new Value[] {NotSure.NOT_SURE};
    }
    return item.repeats() && item.type().hasOptions()
        ? Arrays.stream(text.split(" ")).map(code -> value(item, code)).toArray(Value[]::new)
        : new Value[] {value(item, text)};
  }

  private static Value value(Item item, String text) {
    return switch (item.type()) {
      case BOOLEAN -> new Truth(Boolean.parseBoolean(text));
      case CHOICE, BODY_PICTURE -> new Coded(text);
      case OPEN_CHOICE -> item.option(text).isPresent() ? new Coded(text) : new Free(text);
      case INTEGER, DECIMAL ->
          NUMBER.matcher(text).matches()
              ? new Amount(new BigDecimal(text.replace(',', '.')))
              : new Free(text);
      case DATE -> day(text).<Value>map(Day::new).orElse(new Free(text));
      default -> new Free(text);
    };
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
