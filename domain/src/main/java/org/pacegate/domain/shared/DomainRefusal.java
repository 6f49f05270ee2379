package org.pacegate.domain.shared;

/**
 * The domain says no. Rolls the transaction back and carries ids and facts, never words for a
 * person and never patient data, so that it may be logged.
 */
public class DomainRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable name of the refusal, a key of the web's words, for example {@code
   *     plan.notActive}
   * @param facts ids and states for the log
   */
  public DomainRefusal(String code, String facts) {
    super(code + ": " + facts);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
