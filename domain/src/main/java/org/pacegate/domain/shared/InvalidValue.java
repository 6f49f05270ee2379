package org.pacegate.domain.shared;

/** A value that cannot be true, with the field it was meant for. */
public class InvalidValue extends DomainRefusal {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;

  /**
   * @param field name of the field, for example {@code birthDate}
   * @param problem what is wrong with it, for example {@code future}
   */
  public InvalidValue(String field, String problem) {
    super("invalid." + field + "." + problem, field);
    this.field = field;
    this.problem = problem;
  }

  public String field() {
    return field;
  }

  public String problem() {
    return problem;
  }
}
