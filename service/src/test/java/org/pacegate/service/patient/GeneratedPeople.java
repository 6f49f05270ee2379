package org.pacegate.service.patient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;

/**
 * People as a clinic registers them: common names more often than rare ones, two family names in
 * half of the Spanish ones, a phone for most and an e-mail address for half. The same seed gives
 * the same people.
 */
final class GeneratedPeople {

  private static final Map<Language, String[]> FAMILY = pools("family-names");
  private static final Map<Language, String[]> GIVEN = pools("given-names");

  private final Random random;

  GeneratedPeople(Random random) {
    this.random = random;
  }

  Person somebody() {
    Language language = random.nextInt(100) < 50 ? Language.en : Language.es;
    String family = family(language);
    String given = given(language);
    return new Person(
        family,
        given,
        born(),
        random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
        random.nextInt(100) < 80 ? phone(language) : null,
        random.nextInt(100) < 50 ? email(given, family) : null,
        language);
  }

  /** Somebody else of the same household: family name and phone, and a name and birth date. */
  Person childOf(Person parent) {
    return new Person(
        parent.familyName(),
        given(parent.language()),
        born(),
        Sex.UNKNOWN,
        parent.phone(),
        null,
        parent.language());
  }

  String family(Language language) {
    String one = common(FAMILY.get(language));
    return language == Language.es && random.nextBoolean()
        ? one + " " + common(FAMILY.get(language))
        : one;
  }

  private String given(Language language) {
    String one = common(GIVEN.get(language));
    return random.nextInt(100) < 15 ? one + " " + common(GIVEN.get(language)) : one;
  }

  /** The first names of a list about ten times as often as the last. */
  private String common(String[] pool) {
    double place = Math.pow(random.nextDouble(), 1.7);
    return pool[(int) (place * pool.length)];
  }

  private LocalDate born() {
    return LocalDate.of(1940, 1, 1).plusDays(random.nextInt(365 * 72));
  }

  private String phone(Language language) {
    return language == Language.es
        ? "+34 6%02d %03d %03d"
            .formatted(random.nextInt(100), random.nextInt(1_000), random.nextInt(1_000))
        : "07%03d %06d".formatted(random.nextInt(1_000), random.nextInt(1_000_000));
  }

  private String email(String given, String family) {
    return plain(given + "." + family) + random.nextInt(100) + "@example.org";
  }

  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("[^A-Za-z.]", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<Language, String[]> pools(String file) {
    try (var in = GeneratedPeople.class.getResourceAsStream("/matching/" + file + ".txt")) {
      String[] lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1);
      return Map.of(Language.en, lines[0].split(" ", -1), Language.es, lines[1].split(" ", -1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
