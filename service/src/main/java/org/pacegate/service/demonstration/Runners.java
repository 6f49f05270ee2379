package org.pacegate.service.demonstration;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.patient.Sex;

/** Who the runners of a script are, and how they run. */
record Runners(Script script, LocalDate today) {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^a-z]+");
  private static final String[] SURFACES = {
    "ROAD", "ROAD,TRAIL", "TRAIL", "ROAD,TRACK", "TREADMILL", "ROAD,TREADMILL", "GRASS,ROAD"
  };
  private static final int YOUNGEST = 14;
  private static final int GROWN = 18;
  private static final int OLDEST = 78;

  int count() {
    return script.texts("runners").size();
  }

  /** The runner of a line of the script. */
  Person person(int line, Story story, RandomGenerator random) {
    String[] name = script.texts("runners").get(line).split("\\|", -1);
    int age = age(story, random);
    return new Person(
        name[2],
        name[1],
        today.minusYears(age).minusDays(random.nextInt(360)),
        name[0].equals("F") ? Sex.FEMALE : Sex.MALE,
        random.nextInt(12) == 0 ? null : script.text("phone").formatted(line + 100),
        random.nextInt(7) == 0 ? null : email(name[1], name[2]),
        random.nextInt(15) == 0 ? other(script.language()) : script.language());
  }

  /** Mostly between 25 and 55, with a few who are 14 and a few who are 78. */
  private static int age(Story story, RandomGenerator random) {
    if (story.suitsChildren() && random.nextInt(5) == 0) {
      return YOUNGEST + random.nextInt(GROWN - YOUNGEST);
    }
    int middle = (random.nextInt(23, 60) + random.nextInt(23, 60)) / 2;
    return random.nextInt(6) == 0 ? random.nextInt(GROWN, OLDEST + 1) : middle;
  }

  private static Language other(Language language) {
    return language == Language.en ? Language.es : Language.en;
  }

  private static String email(String given, String family) {
    return plain(given) + "." + plain(family) + "@example.org";
  }

  private static String plain(String name) {
    String letters = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    String ascii = NOT_PLAIN.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("");
    return ascii.isEmpty() ? "runner" : ascii;
  }

  RunningHabits habits(RandomGenerator random) {
    int km = 10 + random.nextInt(20) + random.nextInt(45);
    int ascent = 10 * random.nextInt(90);
    return new RunningHabits(
        BigDecimal.valueOf(km),
        Math.min(7, 2 + km / 15),
        BigDecimal.valueOf(Math.round(km * (0.3 + random.nextDouble() / 5))),
        ascent,
        random.nextInt(8) == 0 ? null : ascent,
        SURFACES[random.nextInt(SURFACES.length)],
        pick("shoes", random),
        50 * random.nextInt(1, 20),
        random.nextInt(4));
  }

  private String pick(String list, RandomGenerator random) {
    List<String> texts = script.texts(list);
    return texts.get(random.nextInt(texts.size()));
  }
}
