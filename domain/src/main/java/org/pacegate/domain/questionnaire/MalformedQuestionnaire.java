package org.pacegate.domain.questionnaire;

import java.util.List;

/** A questionnaire that cannot be asked from, with everything that is wrong with it. */
public final class MalformedQuestionnaire extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Flaw> flaws;

  MalformedQuestionnaire(List<Flaw> flaws) {
    super(flaws.toString());
    this.flaws = List.copyOf(flaws);
  }

  public List<Flaw> flaws() {
    return flaws;
  }
}
