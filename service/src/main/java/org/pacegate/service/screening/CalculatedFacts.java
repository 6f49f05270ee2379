package org.pacegate.service.screening;

import java.time.LocalDate;
import java.util.Optional;
import org.pacegate.domain.screening.Answer;
import org.pacegate.domain.screening.Answer.Choice;
import org.pacegate.domain.screening.Answer.OnDate;
import org.pacegate.domain.screening.Answers;
import org.pacegate.domain.screening.Fact;
import org.pacegate.domain.screening.Occasion;
import org.pacegate.domain.screening.ScreeningFacts;

/** Adds what the record would know: the day, the occasion, and the ages of a birth date. */
final class CalculatedFacts {
  private final Answers given;
  private final LocalDate today;

  CalculatedFacts(Answers given, LocalDate today) {
    this.given = given;
    this.today = today;
  }

  /** Refuses an age that does not fit the birth date. */
  Answers added() {
    Answers calculated = calculated();
    calculated
        .byLinkId()
        .forEach(
            (linkId, answer) -> {
              if (!given.find(linkId).orElse(answer).equals(answer)) {
                throw new IllegalArgumentException(
                    "%s is %s by the dates given, not %s"
                        .formatted(
                            linkId,
                            answer.asText(),
                            given.find(linkId).map(Answer::asText).orElseThrow()));
              }
            });
    return given.withAll(calculated);
  }

  private Answers calculated() {
    Occasion occasion =
        given
            .find(Fact.OCCASION)
            .filter(Choice.class::isInstance)
            .map(answer -> Occasion.valueOf(((Choice) answer).code()))
            .orElse(Occasion.INTAKE);
    ScreeningFacts facts = ScreeningFacts.on(date(Fact.TODAY).orElse(today), occasion);
    facts = date(Fact.BIRTH_DATE).map(facts::bornOn).orElse(facts);
    ScreeningFacts born = facts;
    return date(Fact.ONSET).map(born::withOnset).orElse(born).asAnswers();
  }

  private Optional<LocalDate> date(String linkId) {
    return given
        .find(linkId)
        .filter(OnDate.class::isInstance)
        .map(answer -> ((OnDate) answer).date());
  }
}
