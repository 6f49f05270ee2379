package org.pacegate.service.patient;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.pacegate.domain.patient.Person;

/**
 * A family or given name as far as it tells people apart: its words in lower case, without accents,
 * apostrophes and the small words of many family names.
 */
record NameWords(List<String> words) {

  private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

  /** Names less alike than this are different ones. */
  private static final double SIMILAR = 0.86;

  /** A nickname is about as near as a slip of the finger. */
  private static final double NICKNAME = 0.93;

  /** What a whole word that only one of the two has takes away. */
  private static final double WORD_LEFT_OUT = 0.04;

  private static final Set<String> SMALL =
      Set.of("de", "del", "la", "las", "los", "y", "van", "von", "der", "den", "da", "di", "do");

  static NameWords of(String name) {
    String plain =
        Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}|['’`´.]", "")
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("æ", "ae")
            .strip();
    if (plain.isEmpty() || plain.equals(Person.UNKNOWN)) {
      return new NameWords(List.of());
    }
    List<String> all = Arrays.stream(plain.split("[\\s-]+")).toList();
    List<String> telling = all.stream().filter(word -> !SMALL.contains(word)).toList();
    return new NameWords(telling.isEmpty() ? all : telling);
  }

  boolean isUnknown() {
    return words.isEmpty();
  }

  /** How alike two names are, from 0 to 1; each word of the shorter one finds its best partner. */
  double alike(NameWords other) {
    if (words.equals(other.words)) {
      return 1;
    }
    double joined = JARO_WINKLER.apply(String.join("", words), String.join("", other.words));
    List<String> fewer = words.size() <= other.words.size() ? words : other.words;
    List<String> more = words.size() <= other.words.size() ? other.words : words;
    double sum = 0;
    for (String word : fewer) {
      sum += more.stream().mapToDouble(each -> alike(word, each)).max().orElse(0);
    }
    double byWords = sum / fewer.size() - WORD_LEFT_OUT * (more.size() - fewer.size());
    return Math.min(0.99, Math.max(joined, byWords));
  }

  private static double alike(String one, String other) {
    double letters = JARO_WINKLER.apply(one, other);
    return Nicknames.pair(one, other) ? Math.max(NICKNAME, letters) : letters;
  }

  Likeness to(NameWords other) {
    if (isUnknown() || other.isUnknown()) {
      return Likeness.UNKNOWN;
    }
    double alike = alike(other);
    return alike == 1 ? Likeness.SAME : alike >= SIMILAR ? Likeness.SIMILAR : Likeness.DIFFERENT;
  }
}
