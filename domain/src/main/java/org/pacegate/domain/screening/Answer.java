package org.pacegate.domain.screening;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** One answer to one question, or a calculated fact such as the age. */
public sealed interface Answer {

  /** The answer as text, for keeping and for showing which inputs a rule used. */
  String asText();

  /** Yes, no, or not sure. Not sure is a full answer: it says that the answer is unknown. */
  enum YesNo implements Answer {
    YES,
    NO,
    UNSURE;

    @Override
    public String asText() {
      return name();
    }
  }

  /** A number in the unit that the question names. */
  record Amount(BigDecimal value) implements Answer {
    /** Refuses a missing number. */
    public Amount {
      Objects.requireNonNull(value, "value");
    }

    /** A whole number, such as an age in years. */
    public static Amount of(long value) {
      return new Amount(BigDecimal.valueOf(value));
    }

    @Override
    public String asText() {
      return value.toPlainString();
    }
  }

  /** A calendar day. */
  record OnDate(LocalDate date) implements Answer {
    /** Refuses a missing date. */
    public OnDate {
      Objects.requireNonNull(date, "date");
    }

    @Override
    public String asText() {
      return date.toString();
    }
  }

  /** One code out of the question's choices. */
  record Choice(String code) implements Answer {
    /** Refuses an empty code. */
    public Choice {
      Code.refuseMalformed(code);
    }

    @Override
    public String asText() {
      return code;
    }
  }

  /** Any number of the question's choices; the empty set says "none of these". */
  record Choices(Set<String> codes) implements Answer {
    /** Refuses empty codes; keeps its own copy. */
    public Choices {
      codes = Set.copyOf(codes);
      codes.forEach(Code::refuseMalformed);
    }

    @Override
    public String asText() {
      return String.join(",", new TreeSet<>(codes));
    }
  }

  /** The question does not apply to this patient, so nothing that asks for it can be met. */
  enum NotApplicable implements Answer {
    NOT_APPLICABLE;

    @Override
    public String asText() {
      return name();
    }
  }
}
