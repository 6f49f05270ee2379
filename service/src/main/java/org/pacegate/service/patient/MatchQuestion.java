package org.pacegate.service.patient;

import java.time.LocalDate;

/** What is known of somebody at the desk; any of it may be null or empty. */
public record MatchQuestion(
    String familyName, String givenName, LocalDate birthDate, String phone, String email) {

  public MatchQuestion {
    familyName = stripped(familyName);
    givenName = stripped(givenName);
    phone = stripped(phone);
    email = stripped(email);
  }

  private static String stripped(String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** Whether so little is known that everybody would fit. */
  boolean saysTooLittle() {
    return familyName.length() + givenName.length() < 3
        && new PhoneNumber(phone).key().isEmpty()
        && email.isEmpty()
        && birthDate == null;
  }
}
