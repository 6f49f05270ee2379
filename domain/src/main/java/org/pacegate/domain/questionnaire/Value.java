package org.pacegate.domain.questionnaire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** One answer to one item, or what a condition holds it against. */
public sealed interface Value {

  /** The answer as text, for keeping and showing. */
  String asText();

  /** Yes or no. */
  record Truth(boolean value) implements Value {
    @Override
    public String asText() {
      return String.valueOf(value);
    }
  }

  /** A number in the item's unit. Two that differ only in trailing zeros are equal. */
  record Amount(BigDecimal value) implements Value {
    /** Keeps the number without trailing zeros. */
    public Amount {
      value = value.stripTrailingZeros();
    }

    /** A whole number. */
    public static Amount of(long value) {
      return new Amount(BigDecimal.valueOf(value));
    }

    boolean isWhole() {
      return value.scale() <= 0;
    }

    @Override
    public String asText() {
      return value.toPlainString();
    }
  }

  /** A calendar day. */
  record Day(LocalDate date) implements Value {
    /** Refuses a missing date. */
    public Day {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String asText() {
      return date.toString();
    }
  }

  /** One of the item's options. */
  record Coded(String code) implements Value {
    /** Refuses a missing code. */
    public Coded {
      Objects.requireNonNull(code, "code");
    }

    @Override
    public String asText() {
      return code;
    }
  }

  /** The person's own words. */
  record Free(String text) implements Value {
    /** Refuses missing words. */
    public Free {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String asText() {
      return text;
    }
  }

  /** The person does not know: an answer, and equal to no value. */
  enum NotSure implements Value {
    NOT_SURE;

    @Override
    public String asText() {
      return name();
    }
  }
}
