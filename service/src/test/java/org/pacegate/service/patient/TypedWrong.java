package org.pacegate.service.patient;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.pacegate.domain.patient.Person;

/** How a person who is on record is typed in again, wrong. */
enum TypedWrong {
  TYPO_IN_FAMILY_NAME,
  TYPO_IN_GIVEN_NAME,
  TYPOS_IN_BOTH,
  DAY_AND_MONTH_SWAPPED,
  ONE_DATE_PART_WRONG,
  NAMES_SWAPPED,
  ACCENTS_LEFT_OUT,
  NICKNAME,
  PHONE_DIGITS_SWAPPED,
  ONE_FAMILY_NAME_ONLY,
  PREVIOUS_NAME,
  TYPO_AND_DATE_SWAPPED,
  NAMES_SWAPPED_AND_DATE_WRONG,
  ACCENTS_AND_TYPO_WITHOUT_PHONE;

  /** Nicknames that the test knows; the product's own table is longer. */
  private static final Map<String, String> NICKNAMES =
      Map.ofEntries(
          Map.entry("Robert", "Bob"),
          Map.entry("William", "Bill"),
          Map.entry("Elizabeth", "Liz"),
          Map.entry("Margaret", "Peggy"),
          Map.entry("Richard", "Dick"),
          Map.entry("Michael", "Mike"),
          Map.entry("Thomas", "Tom"),
          Map.entry("Catherine", "Kate"),
          Map.entry("Susan", "Sue"),
          Map.entry("James", "Jim"),
          Map.entry("Edward", "Ted"),
          Map.entry("Francisco", "Paco"),
          Map.entry("José", "Pepe"),
          Map.entry("Ignacio", "Nacho"),
          Map.entry("Dolores", "Lola"),
          Map.entry("Concepción", "Concha"),
          Map.entry("Enrique", "Quique"),
          Map.entry("Rosario", "Charo"),
          Map.entry("Mercedes", "Merche"),
          Map.entry("Guillermo", "Guille"),
          Map.entry("Josefa", "Pepa"),
          Map.entry("Jesús", "Chus"),
          Map.entry("Consuelo", "Chelo"));

  /** Whether this person can be typed wrong in this way. */
  boolean fits(Person person) {
    return switch (this) {
      case DAY_AND_MONTH_SWAPPED, TYPO_AND_DATE_SWAPPED ->
          person.birthDate().getDayOfMonth() <= 12
              && person.birthDate().getDayOfMonth() != person.birthDate().getMonthValue();
      case ACCENTS_LEFT_OUT, ACCENTS_AND_TYPO_WITHOUT_PHONE -> !plain(person).equals(name(person));
      case NICKNAME -> NICKNAMES.containsKey(person.givenName());
      case PHONE_DIGITS_SWAPPED -> person.phone() != null;
      case ONE_FAMILY_NAME_ONLY -> person.familyName().contains(" ");
      default -> true;
    };
  }

  private static String name(Person person) {
    return person.familyName() + " " + person.givenName();
  }

  private static String plain(Person person) {
    return unaccented(name(person));
  }

  /** What is typed. For a previous name the person is who they were before. */
  MatchQuestion typed(Person person, Random random) {
    String family = person.familyName();
    String given = person.givenName();
    LocalDate born = person.birthDate();
    String phone = person.phone();
    String email = random.nextBoolean() ? person.email() : null;
    switch (this) {
      case TYPO_IN_FAMILY_NAME -> family = typo(family, random);
      case TYPO_IN_GIVEN_NAME -> given = typo(given, random);
      case TYPOS_IN_BOTH -> {
        family = typo(family, random);
        given = typo(given, random);
      }
      case DAY_AND_MONTH_SWAPPED -> born = swapped(born);
      case ONE_DATE_PART_WRONG -> born = wrong(born, random);
      case NAMES_SWAPPED -> {
        family = person.givenName();
        given = person.familyName();
      }
      case ACCENTS_LEFT_OUT -> {
        family = unaccented(family);
        given = unaccented(given);
      }
      case NICKNAME -> given = NICKNAMES.get(given);
      case PHONE_DIGITS_SWAPPED -> {
        phone = swappedDigits(phone, random);
        family = typo(family, random);
      }
      case ONE_FAMILY_NAME_ONLY -> family = family.split(" ", -1)[0];
      case PREVIOUS_NAME -> phone = random.nextBoolean() ? phone : null;
      case TYPO_AND_DATE_SWAPPED -> {
        family = typo(family, random);
        born = swapped(born);
      }
      case NAMES_SWAPPED_AND_DATE_WRONG -> {
        family = person.givenName();
        given = person.familyName();
        born = wrong(born, random);
      }
      case ACCENTS_AND_TYPO_WITHOUT_PHONE -> {
        family = typo(unaccented(family), random);
        given = unaccented(given);
        phone = null;
        email = null;
      }
    }
    return new MatchQuestion(family, given, born, phone, email);
  }

  /** One letter left out, doubled, replaced or swapped with its neighbour, anywhere. */
  private static String typo(String name, Random random) {
    int at = random.nextInt(name.length());
    String before = name.substring(0, at);
    String letter = name.substring(at, at + 1);
    String after = name.substring(at + 1);
    String wrong =
        switch (random.nextInt(4)) {
          case 0 -> name.length() > 2 ? before + after : name + letter;
          case 1 -> before + letter + letter + after;
          case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
          default ->
              after.isEmpty()
                  ? name + letter
                  : before + after.charAt(0) + letter + after.substring(1);
        };
    return wrong.isBlank() ? name + "x" : wrong;
  }

  private static LocalDate swapped(LocalDate born) {
    return LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue());
  }

  private static LocalDate wrong(LocalDate born, Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> born.withYear(born.getYear() + List.of(-10, -1, 1, 10).get(random.nextInt(4)));
      case 1 -> born.withMonth(1 + (born.getMonthValue() + random.nextInt(11)) % 12);
      default -> born.withDayOfMonth(1 + (born.getDayOfMonth() + random.nextInt(26)) % 28);
    };
  }

  private static String swappedDigits(String phone, Random random) {
    int at;
    do {
      at = phone.length() - 6 + random.nextInt(5);
    } while (phone.charAt(at) == ' ' || phone.charAt(at + 1) == ' ');
    return phone.substring(0, at)
        + phone.charAt(at + 1)
        + phone.charAt(at)
        + phone.substring(at + 2);
  }

  private static String unaccented(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
  }
}
