package org.pacegate.domain.clinic;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.pacegate.domain.shared.InvalidValue;

/**
 * What a password must not be (R11.6). Length is what makes it strong; kinds of characters are not
 * asked for, because people then choose the same endings.
 *
 * @param names words that belong to the person and the clinic: login, names, the clinic's name
 */
public record PasswordRules(Set<String> names) {

  /** Fewest characters. */
  public static final int SHORTEST = 12;

  /** Most characters: a limit to the work of hashing, not to the person. */
  public static final int LONGEST = 200;

  private static final List<String> FIRST_TRIED =
      List.of(
          "password",
          "passwort",
          "contrasena",
          "contraseña",
          "letmein",
          "welcome",
          "bienvenido",
          "qwerty",
          "qwertz",
          "qwertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "iloveyou",
          "teamo",
          "sunshine",
          "princess",
          "football",
          "monkey",
          "dragon",
          "admin",
          "administrator",
          "changeme",
          "secret",
          "pacegate",
          "clinic",
          "clinica",
          "running",
          "physio",
          "abc",
          "abcdefghijkl");

  private static final Pattern ONE_PIECE_REPEATED = Pattern.compile("(.{1,4}?)\\1{2,}.{0,3}");
  private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
  private static final String COUNTING_UP = "0123456789".repeat(21);
  private static final String COUNTING_DOWN = "9876543210".repeat(21);

  public PasswordRules {
    names = Set.copyOf(names);
  }

  /**
   * Refuses a password that is too short, too long or among the first that would be tried.
   *
   * @throws InvalidValue for {@code newPassword}, with the problem
   */
  public void admit(String password) {
    problemOf(password)
        .ifPresent(
            problem -> {
              throw new InvalidValue("newPassword", problem);
            });
  }

  /**
   * What is wrong with a password: {@code tooShort}, {@code tooLong}, {@code name}, {@code common}.
   */
  public Optional<String> problemOf(String password) {
    int length = password == null ? 0 : password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("tooShort");
    }
    if (length > LONGEST) {
      return Optional.of("tooLong");
    }
    String lower = password.toLowerCase(Locale.ROOT).strip();
    if (isAName(lower)) {
      return Optional.of("name");
    }
    return isCommon(lower) ? Optional.of("common") : Optional.empty();
  }

  private boolean isAName(String lower) {
    String letters = lettersOf(lower);
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT).strip())
        .anyMatch(
            name -> lower.equals(name) || (!letters.isEmpty() && letters.equals(lettersOf(name))));
  }

  private static boolean isCommon(String lower) {
    String letters = lettersOf(lower);
    boolean pattern = letters.isEmpty() ? isADigitPattern(lower) : isAFirstTriedWord(letters);
    return pattern || ONE_PIECE_REPEATED.matcher(lower).matches();
  }

  private static boolean isADigitPattern(String digits) {
    return digits.chars().distinct().count() < 5
        || COUNTING_UP.contains(digits)
        || COUNTING_DOWN.contains(digits);
  }

  private static boolean isAFirstTriedWord(String letters) {
    return FIRST_TRIED.stream()
        .anyMatch(word -> letters.equals(word) || letters.equals(word + word));
  }

  private static String lettersOf(String words) {
    return NOT_A_LETTER.matcher(words).replaceAll("");
  }
}
