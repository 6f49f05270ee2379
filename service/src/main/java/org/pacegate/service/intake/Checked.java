package org.pacegate.service.intake;

import java.util.List;
import java.util.Optional;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.screening.Evaluation;

/** An intake held against what a record needs. */
sealed interface Checked {

  /**
   * It can be recorded.
   *
   * @param arrival who came with what; empty when a known episode is screened again
   * @param stopped whether a danger left no time for what is missing
   */
  record Recordable(Optional<Arrival> arrival, Evaluation evaluation, boolean stopped)
      implements Checked {}

  /** It cannot be recorded yet. */
  record Wanting(List<FieldProblem> problems) implements Checked {

    public Wanting {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Who came with what.
   *
   * @param habits empty when the conversation was stopped before they were told
   * @param consent the text that was agreed to and signed; empty when an emergency left no time for
   *     it
   */
  record Arrival(
      Person person, Injury injury, Optional<RunningHabits> habits, Optional<SignedText> consent) {}
}
