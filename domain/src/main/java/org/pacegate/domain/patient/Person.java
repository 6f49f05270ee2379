package org.pacegate.domain.patient;

import java.time.LocalDate;
import java.util.Objects;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.Words;

/**
 * Who somebody is, as told at the desk.
 *
 * @param familyName {@link #UNKNOWN} for somebody who could not be asked in an emergency
 * @param birthDate null for somebody who could not be asked in an emergency
 * @param phone as given, or null
 * @param email as given, or null
 */
public record Person(
    String familyName,
    String givenName,
    LocalDate birthDate,
    Sex sex,
    String phone,
    String email,
    Language language) {

  /** Stands for a name that could not be asked, in every language. */
  public static final String UNKNOWN = "?";

  private static final int LONGEST_EMAIL = 254;
  private static final int OLDEST_IN_YEARS = 120;

  /** What would make one address into several, or into markup. */
  private static final String NOT_IN_EMAIL = ",;:<>()[]\\\"";

  public Person {
    familyName = Words.required("familyName", familyName, 200);
    givenName = Words.required("givenName", givenName, 200);
    Objects.requireNonNull(sex, "sex");
    phone = phone(Words.optional("phone", phone, 40));
    email = email(Words.optional("email", email, LONGEST_EMAIL));
    Objects.requireNonNull(language, "language");
  }

  /** Whether names and birth date are known. */
  public boolean isIdentified() {
    return birthDate != null && hasName();
  }

  /** Whether both names are known. */
  boolean hasName() {
    return !familyName.equals(UNKNOWN) && !givenName.equals(UNKNOWN);
  }

  /** The same person by another name. */
  Person renamed(String family, String given) {
    return new Person(family, given, birthDate, sex, phone, email, language);
  }

  /**
   * The same person with what they told of their phone and e-mail; what they did not tell stays.
   *
   * @throws InvalidValue for a phone or e-mail that cannot be
   */
  public Person tellingOf(String toldPhone, String toldEmail) {
    String otherPhone = Words.optional("phone", toldPhone, 40);
    String otherEmail = Words.optional("email", toldEmail, LONGEST_EMAIL);
    return reachedAt(
        otherPhone == null ? phone : otherPhone, otherEmail == null ? email : otherEmail);
  }

  /** The same person, reached another way. */
  Person reachedAt(String otherPhone, String otherEmail) {
    return new Person(familyName, givenName, birthDate, sex, otherPhone, otherEmail, language);
  }

  /** Whether both are reached at the same phone and e-mail. */
  public boolean hasContactOf(Person other) {
    return Objects.equals(phone, other.phone) && Objects.equals(email, other.email);
  }

  /** Whether both go by the same family and given name. */
  boolean hasNameOf(Person other) {
    return familyName.equals(other.familyName) && givenName.equals(other.givenName);
  }

  /**
   * Refuses a birth date that is not known or cannot be.
   *
   * @throws InvalidValue {@code birthDate missing}, {@code birthDate future} or {@code birthDate
   *     tooLongAgo} (over 120 years)
   */
  public void expectPlausibleOn(LocalDate day) {
    if (birthDate == null) {
      throw new InvalidValue("birthDate", "missing");
    }
    if (birthDate.isAfter(day)) {
      throw new InvalidValue("birthDate", "future");
    }
    if (birthDate.isBefore(day.minusYears(OLDEST_IN_YEARS))) {
      throw new InvalidValue("birthDate", "tooLongAgo");
    }
  }

  /**
   * A telephone number that may be left out.
   *
   * @throws InvalidValue {@code tooLong} or {@code malformed}
   */
  public static String phoneNumber(String number) {
    return phone(Words.optional("phone", number, 40));
  }

  private static String phone(String phone) {
    if (phone != null) {
      long digits = phone.chars().filter(c -> c >= '0' && c <= '9').count();
      if (digits < 5
          || digits > 15
          || !phone.chars().allMatch(c -> "0123456789+-()/. ".indexOf(c) >= 0)) {
        throw new InvalidValue("phone", "malformed");
      }
    }
    return phone;
  }

  /**
   * An e-mail address that has to be there.
   *
   * @throws InvalidValue {@code missing}, {@code tooLong} or {@code malformed}
   */
  public static String emailAddress(String address) {
    return email(Words.required("email", address, LONGEST_EMAIL));
  }

  private static String email(String email) {
    if (email != null) {
      int at = email.indexOf('@');
      boolean plausible =
          at > 0
              && at == email.lastIndexOf('@')
              && email.indexOf('.', at) > at + 1
              && !email.endsWith(".")
              && email
                  .chars()
                  .noneMatch(c -> Character.isWhitespace(c) || NOT_IN_EMAIL.indexOf(c) >= 0);
      if (!plausible) {
        throw new InvalidValue("email", "malformed");
      }
    }
    return email;
  }
}
