package org.pacegate.domain.screening;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kind of answer a question takes. */
public enum AnswerKind {
  YES_NO,
  AMOUNT,
  DATE,
  CHOICE,
  CHOICES;

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

  /**
   * Reads the text an answer was kept as ({@link Answer#asText()}). Any kind of question may be
   * answered {@code UNSURE}. Empty when the text is not an answer of this kind.
   */
  public Optional<Answer> read(String text) {
    if (text.equals(Answer.YesNo.UNSURE.name())) {
      return Optional.of(Answer.YesNo.UNSURE);
    }
    try {
      return Optional.of(
          switch (this) {
            case YES_NO -> Answer.YesNo.valueOf(text);
            case AMOUNT -> new Answer.Amount(amount(text));
            case DATE -> new Answer.OnDate(LocalDate.parse(text));
            case CHOICE -> new Answer.Choice(text);
            case CHOICES -> new Answer.Choices(codesIn(text));
          });
    } catch (IllegalArgumentException | DateTimeException notOfThisKind) {
      return Optional.empty();
    }
  }

  /** True when {@code answer} is of this kind or says "not sure". */
  public boolean takes(Answer answer) {
    if (answer == Answer.YesNo.UNSURE) {
      return true;
    }
    return switch (this) {
      case YES_NO -> answer instanceof Answer.YesNo;
      case AMOUNT -> answer instanceof Answer.Amount;
      case DATE -> answer instanceof Answer.OnDate;
      case CHOICE -> answer instanceof Answer.Choice;
      case CHOICES -> answer instanceof Answer.Choices;
    };
  }

  /** Plain digits only: an exponent could name a number too long to be written down. */
  private static BigDecimal amount(String text) {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("no plain number");
    }
    return new BigDecimal(text);
  }

  private static Set<String> codesIn(String text) {
    return Arrays.stream(text.split(",", -1))
        .filter(code -> !code.isBlank())
        .collect(Collectors.toSet());
  }
}
