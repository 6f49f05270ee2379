package org.pacegate.domain.questionnaire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.questionnaire.Flaw.Kind;

/** What is wrong with one item by itself. */
final class ItemCheck {
  /** A longer text is a document, and nobody reads it on a phone. */
  static final int MOST_CHARACTERS = 4_000;

  private static final int MOST_OPTIONS = 300;
  private static final Set<String> SAYING_NOTHING =
      Set.of("NO", "NONE", "UNSURE", "UNKNOWN", "NEGATIVE", "NOT_TESTED");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
  private static final Pattern MARKUP = Pattern.compile("<\\s*[A-Za-z/!?]|&#?[A-Za-z0-9]+;");

  private final Item item;
  private final List<Flaw> flaws = new ArrayList<>();

  private ItemCheck(Item item) {
    this.item = item;
  }

  static List<Flaw> flawsIn(Item item) {
    ItemCheck check = new ItemCheck(item);
    check.checkWords();
    check.checkTraits();
    check.checkOptions();
    check.checkRange();
    return check.flaws;
  }

  static boolean isCode(String text) {
    return text != null && CODE.matcher(text).matches();
  }

  /** What is wrong with words that somebody is to read, in any language. */
  static List<Kind> flawsIn(Text text) {
    List<Kind> kinds = new ArrayList<>(flawsIn(text.english()));
    text.spanish().ifPresent(spanish -> kinds.addAll(flawsIn(spanish)));
    return kinds.stream().distinct().toList();
  }

  private static List<Kind> flawsIn(String words) {
    if (words.isBlank()) {
      return List.of(Kind.TEXT_MISSING);
    }
    if (words.length() > MOST_CHARACTERS) {
      return List.of(Kind.TEXT_TOO_LONG);
    }
    if (words.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r')) {
      return List.of(Kind.TEXT_UNREADABLE);
    }
    return MARKUP.matcher(words).find() ? List.of(Kind.TEXT_WITH_MARKUP) : List.of();
  }

  private void checkWords() {
    if (!isCode(item.linkId())) {
      flaw(Kind.LINK_ID_MALFORMED, "");
    }
    boolean speechless = item.type() == ItemType.GROUP && item.text().equals(Text.NONE);
    if (!speechless) {
      flawsIn(item.text()).forEach(kind -> flaw(kind, ""));
    }
  }

  private void checkTraits() {
    if (!item.type().isQuestion()) {
      item.traits().stream()
          .filter(trait -> trait != Trait.HIDDEN || item.type() == ItemType.DISPLAY)
          .forEach(trait -> flaw(Kind.TRAIT_MISPLACED, trait.name()));
    }
    if (item.type() == ItemType.DISPLAY && !item.items().isEmpty()) {
      flaw(Kind.CHILDREN_MISPLACED, "");
    }
    if (item.type() == ItemType.GROUP && item.items().isEmpty()) {
      flaw(Kind.NO_ITEMS, "");
    }
  }

  private void checkOptions() {
    if (item.type().hasOptions() == item.options().isEmpty()) {
      flaw(item.options().isEmpty() ? Kind.OPTIONS_MISSING : Kind.OPTIONS_MISPLACED, "");
    }
    if (item.options().size() > MOST_OPTIONS) {
      flaw(Kind.TOO_MANY_OPTIONS, String.valueOf(item.options().size()));
      return;
    }
    Set<String> codes = new HashSet<>();
    for (Option option : item.options()) {
      if (!isCode(option.code()) || !isOnTheBody(option.code())) {
        flaw(Kind.OPTION_MALFORMED, option.code());
      } else if (!codes.add(option.code())) {
        flaw(Kind.OPTION_TWICE, option.code());
      }
      flawsIn(option.text()).forEach(kind -> flaw(kind, option.code()));
      if (option.lasting() && !mayLast(option)) {
        flaw(Kind.LASTING_MISPLACED, option.code());
      }
    }
  }

  /** One choice that says something: a no of last time is not a no of today. */
  private boolean mayLast(Option option) {
    return item.type() == ItemType.CHOICE
        && !item.repeats()
        && !item.isHidden()
        && !option.exclusive()
        && !SAYING_NOTHING.contains(option.code());
  }

  /** The picture shows the regions that an injury can have, and no other. */
  private boolean isOnTheBody(String code) {
    return item.type() != ItemType.BODY_PICTURE
        || Arrays.stream(BodySite.values()).anyMatch(site -> site.name().equals(code));
  }

  private void checkRange() {
    if (!item.type().isNumber() && !item.range().isAny()) {
      flaw(Kind.RANGE_MISPLACED, "");
    } else if (item.range().isUpsideDown()) {
      flaw(Kind.RANGE_UPSIDE_DOWN, "");
    }
  }

  private void flaw(Kind kind, String detail) {
    flaws.add(new Flaw(item.linkId(), kind, detail));
  }
}
