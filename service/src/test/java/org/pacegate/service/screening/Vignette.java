package org.pacegate.service.screening;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pacegate.domain.screening.Urgency;

/** One line of vignettes.txt: a patient in words, and what must come out. */
record Vignette(
    String ruleSet,
    int version,
    String person,
    String answers,
    Optional<Urgency> urgency,
    Set<String> fired,
    Set<String> open,
    String story) {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  static Vignette read(String line) {
    String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
    if (cells.length != 7) {
      throw new IllegalArgumentException("not seven cells: " + line);
    }
    String[] rules = cells[0].split(" ", -1);
    return new Vignette(
        rules[0],
        Integer.parseInt(rules[1]),
        cells[1],
        cells[2],
        urgency(cells[3]),
        words(cells[4]),
        words(cells[5]),
        cells[6]);
  }

  /** Whether the line itself answers the question, be it with no. */
  boolean speaksOf(String linkId) {
    return words(answers).stream().anyMatch(answer -> answer.startsWith(linkId + "="));
  }

  /** The patient as a file for the command. */
  String asFile() {
    return Json.createObjectBuilder()
        .add("ruleSet", ruleSet)
        .add("version", version)
        .add("otherwise", "NO")
        .add("answers", given())
        .build()
        .toString();
  }

  private JsonObjectBuilder given() {
    String[] who = person.split(" ", -1);
    JsonObjectBuilder given =
        Json.createObjectBuilder()
            .add("today", TODAY.toString())
            .add("occasion", person.endsWith(" again") ? "FOLLOW_UP" : "INTAKE")
            .add("sex", sex(who[0]))
            .add("onset", TODAY.minus(ago(who[3])).toString());
    if (!who[1].equals("?")) {
      given.add("birth-date", TODAY.minusYears(Integer.parseInt(who[1])).toString());
    }
    words(answers).forEach(answer -> add(given, answer.split("=", 2)));
    return given;
  }

  private static void add(JsonObjectBuilder given, String... answer) {
    if (answer[1].equals("-")) {
      given.addNull(answer[0]);
    } else {
      given.add(answer[0], value(answer[1]));
    }
  }

  private static String value(String text) {
    if (text.equals("?")) {
      return "UNSURE";
    }
    return text.matches("\\d+[dwm]") ? TODAY.minus(ago(text)).toString() : text;
  }

  private static Period ago(String text) {
    int count = Integer.parseInt(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'd' -> Period.ofDays(count);
      case 'w' -> Period.ofWeeks(count);
      case 'm' -> Period.ofMonths(count);
      default -> throw new IllegalArgumentException("not a time ago: " + text);
    };
  }

  private static String sex(String letter) {
    return switch (letter) {
      case "F" -> "FEMALE";
      case "M" -> "MALE";
      default -> "OTHER";
    };
  }

  private static Optional<Urgency> urgency(String code) {
    return code.equals("-")
        ? Optional.empty()
        : Arrays.stream(Urgency.values()).filter(u -> u.name().startsWith(code + "_")).findFirst();
  }

  private static Set<String> words(String cell) {
    return cell.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(" +", -1)));
  }

  @Override
  public String toString() {
    return ruleSet + " " + version + ", " + person + ": " + story;
  }
}
