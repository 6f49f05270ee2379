package org.pacegate.domain.screening;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.pacegate.domain.screening.Answer.Amount;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answer.YesNo;

/**
 * The facts a screening takes from the record instead of asking: who, how old, since when. What the
 * record does not hold stays unknown, and a nonsensical birth date or onset yields no age.
 */
public final class ScreeningFacts {
  private final LocalDate today;
  private final Answers known;

  private ScreeningFacts(LocalDate today, Answers known) {
    this.today = today;
    this.known = known;
  }

  /** A screening on {@code today}, a day in the clinic's time zone. */
  public static ScreeningFacts on(LocalDate today, Occasion occasion) {
    return new ScreeningFacts(
        today,
        Answers.none()
            .with(Fact.TODAY, new OnDate(today))
            .with(Fact.OCCASION, new Choice(occasion.name())));
  }

  /** Somebody born on that day. */
  public ScreeningFacts bornOn(LocalDate birthDate) {
    return and(Fact.BIRTH_DATE, new OnDate(birthDate));
  }

  /** {@code FEMALE}, {@code MALE}, {@code OTHER} or {@code UNKNOWN}. */
  public ScreeningFacts ofSex(String sexCode) {
    return and(Fact.SEX, new Choice(sexCode));
  }

  /** A complaint that began on that day. */
  public ScreeningFacts withOnset(LocalDate onset) {
    return and(Fact.ONSET, new OnDate(onset));
  }

  /** At follow-up: whether four weeks of care brought no improvement. */
  public ScreeningFacts withoutImprovementAfter4Weeks(boolean noImprovement) {
    return and(Fact.NO_IMPROVEMENT_AFTER_4_WEEKS, noImprovement ? YesNo.YES : YesNo.NO);
  }

  /** The facts as answers, ages calculated. */
  public Answers asAnswers() {
    Answers all = known;
    Optional<Integer> age = yearsFromBirthTo(Optional.of(today));
    Optional<Integer> onsetAge = yearsFromBirthTo(date(Fact.ONSET));
    if (age.isPresent()) {
      all = all.with(Fact.AGE, Amount.of(age.get()));
    }
    if (onsetAge.isPresent()) {
      all = all.with(Fact.ONSET_AGE, Amount.of(onsetAge.get()));
    }
    return all;
  }

  private Optional<Integer> yearsFromBirthTo(Optional<LocalDate> day) {
    return date(Fact.BIRTH_DATE)
        .flatMap(
            birth ->
                day.filter(d -> !d.isBefore(birth)).map(d -> Period.between(birth, d).getYears()));
  }

  private Optional<LocalDate> date(String linkId) {
    return known.find(linkId).map(OnDate.class::cast).map(OnDate::date);
  }

  private ScreeningFacts and(String linkId, Answer answer) {
    return new ScreeningFacts(today, known.with(linkId, answer));
  }
}
