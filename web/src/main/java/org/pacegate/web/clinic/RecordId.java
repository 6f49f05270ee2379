package org.pacegate.web.clinic;

import jakarta.servlet.http.HttpServletRequest;

/** The id of the record that a request is about. */
final class RecordId {

  private static final int MOST_DIGITS = 18;

  private RecordId() {}

  /** The id in a parameter; 0, which no record has, if there is none. */
  static long in(HttpServletRequest request, String parameter) {
    String typed = request.getParameter(parameter);
    return typed != null && typed.length() <= MOST_DIGITS && typed.matches("[0-9]+")
        ? Long.parseLong(typed)
        : 0;
  }
}
