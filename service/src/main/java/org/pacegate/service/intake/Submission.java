package org.pacegate.service.intake;

import java.util.List;

/** What came of submitting an intake. */
public sealed interface Submission {

  /** It is on record. A second submission of the same intake gives the same. */
  record Submitted(long patientId, long episodeId, long screeningId) implements Submission {}

  /** Something is missing or cannot be; nothing was recorded. */
  record Incomplete(List<FieldProblem> problems) implements Submission {

    public Incomplete {
      problems = List.copyOf(problems);
    }
  }
}
