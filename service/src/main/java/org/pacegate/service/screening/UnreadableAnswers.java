package org.pacegate.service.screening;

import org.pacegate.domain.shared.DomainRefusal;

/** Something in a file of answers cannot be read as an answer; nothing was evaluated. */
public class UnreadableAnswers extends DomainRefusal {

  private static final long serialVersionUID = 1L;

  private final String problem;

  /**
   * @param problem the place and what is wrong with it, for whoever typed it and for no log
   */
  UnreadableAnswers(String problem) {
    super("try.unreadable", "answers");
    this.problem = problem;
  }

  public String problem() {
    return problem;
  }
}
