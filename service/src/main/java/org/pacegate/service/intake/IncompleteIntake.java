package org.pacegate.service.intake;

import java.util.List;
import org.pacegate.domain.shared.DomainRefusal;

/** What was sent cannot be taken in as it is; nothing was changed. */
public class IncompleteIntake extends DomainRefusal {

  private static final long serialVersionUID = 1L;

  private final transient List<FieldProblem> problems;

  IncompleteIntake(long intakeId, List<FieldProblem> problems) {
    super("intake.incomplete", "intake " + intakeId + ", problems " + problems.size());
    this.problems = List.copyOf(problems);
  }

  public List<FieldProblem> problems() {
    return problems;
  }
}
