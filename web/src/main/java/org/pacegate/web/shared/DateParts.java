package org.pacegate.web.shared;

/**
 * A date in three fields of a plain form, as {@link DateFields} has them.
 *
 * @param day as typed
 * @param month as typed
 * @param year as typed
 */
public record DateParts(String day, String month, String year) {

  /** What {@link #kept} gave, in its parts. */
  public static DateParts ofKept(String kept) {
    TypedDate typed = TypedDate.ofKept(kept);
    return new DateParts(typed.day(), typed.month(), typed.year());
  }

  /** Text to keep: the date in ISO 8601, or what was typed while it is none; empty for nothing. */
  public String kept() {
    String kept = new TypedDate(day, month, year).kept();
    return kept == null ? "" : kept;
  }
}
