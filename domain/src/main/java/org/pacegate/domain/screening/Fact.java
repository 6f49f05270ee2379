package org.pacegate.domain.screening;

/** Link ids of facts that are calculated from the record, not asked. */
public final class Fact {
  /** The day of the screening, a date in the clinic's time zone. */
  public static final String TODAY = "today";

  /** {@link Occasion}. */
  public static final String OCCASION = "occasion";

  public static final String BIRTH_DATE = "birth-date";

  /** Completed years on the day of the screening. */
  public static final String AGE = "age";

  /** {@code FEMALE}, {@code MALE}, {@code OTHER} or {@code UNKNOWN}. */
  public static final String SEX = "sex";

  /** The day this complaint began. */
  public static final String ONSET = "onset";

  /** Completed years on the day this complaint began. */
  public static final String ONSET_AGE = "onset-age";

  /** MAL-5, known at follow-up only: no improvement after four weeks of care. */
  public static final String NO_IMPROVEMENT_AFTER_4_WEEKS = "MAL-5";

  private Fact() {}
}
