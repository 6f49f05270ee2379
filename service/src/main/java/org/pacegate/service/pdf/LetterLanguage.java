package org.pacegate.service.pdf;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a letter says in its own words: labels, dates, and facts that are put in one line. */
final class LetterLanguage {

  private final Locale language;
  private final ZoneId zone;
  private final ResourceBundle words;

  LetterLanguage(String tag, String timeZone) {
    this.language = Locale.forLanguageTag(tag);
    this.zone = ZoneId.of(timeZone);
    this.words =
        ResourceBundle.getBundle(
            "org.pacegate.service.pdf.letter",
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String say(String key) {
    return words.getString(key);
  }

  /** With a fact filled in; a number as this language writes it. */
  String say(String key, String fact) {
    return new MessageFormat(say(key), language).format(new Object[] {number(fact)});
  }

  private String number(String fact) {
    return fact.matches("-?[0-9]+[.][0-9]+")
        ? new BigDecimal(fact)
            .toPlainString()
            .replace('.', DecimalFormatSymbols.getInstance(language).getDecimalSeparator())
        : fact;
  }

  String day(String iso) {
    return DateTimeFormatter.ofPattern(say("day"), language).format(LocalDate.parse(iso));
  }

  /** By the clinic's clock, of 24 hours. */
  String instant(String iso) {
    return DateTimeFormatter.ofPattern(say("day") + ", HH:mm", language)
        .withZone(zone)
        .format(Instant.parse(iso));
  }

  /** Address, telephone and e-mail, as far as they are known. */
  String reach(JsonObject who, String between) {
    List<String> ways = new ArrayList<>();
    if (who.containsKey("address")) {
      ways.add(who.getString("address"));
    }
    if (who.containsKey("phone")) {
      ways.add(say("phone") + " " + who.getString("phone"));
    }
    if (who.containsKey("email")) {
      ways.add(who.getString("email"));
    }
    return String.join(between, ways);
  }

  String name(JsonObject subject) {
    return subject.getString("display", say("nameUnknown"));
  }

  String born(JsonObject subject) {
    return subject.containsKey("birthDate")
        ? say("born") + " " + day(subject.getString("birthDate"))
        : say("bornUnknown");
  }

  String subject(JsonObject subject) {
    return Stream.of(
            born(subject) + ", " + subject.getString("sex"),
            say("record") + " " + subject.getString("recordNumber"),
            reach(subject, "\n"),
            say("speaks") + ": " + subject.getString("speaks"))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  String sender(JsonObject sender) {
    return Stream.of(
            sender.getString("profession", ""),
            sender.containsKey("licence") ? say("licence") + " " + sender.getString("licence") : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What became of a danger sign, and when it was found if that was another time. */
  Stream<String> became(JsonObject sign, String screened) {
    Stream.Builder<String> facts = Stream.builder();
    if (sign.getBoolean("assumed")) {
      facts.add(say("assumed"));
    }
    if (!sign.getString("found").equals(screened)) {
      facts.add(say("positive") + ": " + instant(sign.getString("found")));
    }
    if (sign.containsKey("decided")) {
      facts.add(
          say("state." + sign.getString("state"))
              + ", "
              + instant(sign.getString("decided"))
              + ", "
              + say("by")
              + " "
              + sign.getString("decider")
              + ": "
              + sign.getString("why"));
    } else if (sign.containsKey("state")) {
      facts.add(say("state." + sign.getString("state")));
    }
    return facts.build();
  }

  /** The signs of an area; empty when it has none that has a name of its own. */
  String area(String area, List<String> signs) {
    String named =
        signs.stream()
            .map(sign -> "sign." + sign)
            .filter(words::containsKey)
            .map(this::say)
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "" : say("area." + area) + ": " + named;
  }

  String measured(JsonObject each) {
    return each.getString("text")
        + (each.containsKey("side") ? ", " + each.getString("side") : "")
        + ": "
        + number(each.getString("value"))
        + " "
        + each.getString("unit")
        + " ("
        + day(each.getString("measured"))
        + ")";
  }

  String diagnosis(JsonObject known) {
    return known.getString("code")
        + " "
        + known.getString("display")
        + ", "
        + known.getString("certainty")
        + ": "
        + known.getString("words")
        + (known.getBoolean("doubted", false) ? "\n" + say("doubted") : "");
  }
}
