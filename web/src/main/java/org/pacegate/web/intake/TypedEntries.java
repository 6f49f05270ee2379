package org.pacegate.web.intake;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pacegate.domain.questionnaire.KeptValues;
import org.pacegate.service.intake.EntryChange;

/**
 * The entries of one intake as one page shows them, and what was typed on it. A change is held
 * against what the page showed, never against the record: another tab's answer, which this page
 * shows as empty, is not taken back by posting the page (R4.24).
 */
public final class TypedEntries implements Serializable {

  private static final long serialVersionUID = 1L;
  static final String UNSURE = "UNSURE";
  static final String NONE = "NONE";

  /** How "none of these" is kept: a list of codes that has none. */
  private static final String NO_CODES = ",";

  private final HashMap<String, String> record = new HashMap<>();
  private final HashMap<String, String> shown = new HashMap<>();
  private final HashMap<String, String> typed = new HashMap<>();

  /** Takes over what is on record; the page's inputs stay as they are. */
  void take(Map<String, String> onRecord) {
    record.clear();
    record.putAll(onRecord);
  }

  /** The whole page is drawn: from the record, but for what was typed and is not saved. */
  void draw() {
    Map<String, String> before = Map.copyOf(shown);
    shown.clear();
    shown.putAll(record);
    typed.keySet().forEach(field -> shown.put(field, text(before, field)));
  }

  /** What the page says that it showed. */
  void showed(Map<String, String> sent) {
    shown.clear();
    shown.putAll(sent);
  }

  /** What the page shows in the fields of one part; empty fields are left out. */
  Map<String, String> shown(String part) {
    return shown.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(part) && !entry.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What was changed on this page; empty text takes an entry back. */
  Map<String, EntryChange> changes() {
    typed.keySet().removeIf(field -> text(typed, field).equals(text(shown, field)));
    return typed.keySet().stream()
        .collect(
            Collectors.toMap(
                field -> field, field -> new EntryChange(text(shown, field), text(typed, field))));
  }

  /** Everything typed is on record, but for these fields. */
  void saved(Set<String> conflicting) {
    typed.keySet().stream()
        .filter(field -> !conflicting.contains(field))
        .forEach(field -> shown.put(field, text(typed, field)));
    typed.keySet().retainAll(conflicting);
  }

  /** Somebody saw what is on record in a field, and means to replace it. */
  void sawRecorded(String field, String recorded) {
    shown.put(field, recorded);
  }

  private static String text(Map<String, String> entries, String field) {
    return Objects.toString(entries.get(field), "").strip();
  }

  /** An entry, empty text for none. */
  public String of(String field) {
    return text(typed.containsKey(field) ? typed : record, field);
  }

  private Set<String> fields() {
    Set<String> fields = new HashSet<>(record.keySet());
    fields.addAll(typed.keySet());
    return fields;
  }

  boolean isBlank() {
    return fields().stream().allMatch(field -> of(field).isEmpty());
  }

  private String value(String field) {
    return of(field).isEmpty() ? null : of(field);
  }

  /** The entries by field, for inputs of text and of one choice. */
  public Map<String, String> getTexts() {
    return new EntryMap<>(fields(), this::value, typed::put);
  }

  /** The dates by field, as {@code pg:date} keeps them. */
  public Map<String, String> getDates() {
    return new EntryMap<>(
        fields(), field -> of(field).equals(UNSURE) ? null : value(field), typed::put);
  }

  /** What was chosen where own words can be given instead; {@code +} for these. */
  public Map<String, String> getChosen() {
    return new EntryMap<>(
        fields(),
        field -> {
          String codes = KeptValues.codesIn(of(field));
          boolean words = KeptValues.wordsIn(of(field)).isPresent();
          return !codes.isEmpty() ? codes : words ? KeptValues.OWN_WORDS : null;
        },
        (field, chosen) -> {
          String words = KeptValues.wordsIn(of(field)).orElse("");
          boolean own = KeptValues.OWN_WORDS.equals(chosen);
          String codes = own || chosen == null ? "" : chosen;
          typed.put(field, KeptValues.withWords(codes, own || !words.isEmpty() ? words : null));
        });
  }

  /** The own words beside a choice. */
  public Map<String, String> getOwnWords() {
    return new EntryMap<>(
        fields(),
        field -> KeptValues.wordsIn(of(field)).filter(words -> !words.isEmpty()).orElse(null),
        (field, given) -> {
          String codes = KeptValues.codesIn(of(field));
          String words = Objects.toString(given, "").strip();
          // "Something else" stays chosen until something else is chosen.
          boolean waiting = codes.isEmpty() && KeptValues.wordsIn(of(field)).isPresent();
          typed.put(field, KeptValues.withWords(codes, waiting || !words.isEmpty() ? words : null));
        });
  }

  /** Which codes of a list that takes own words are ticked; {@code +} for these. */
  public Map<String, Boolean> openCodes(String field) {
    return new EntryMap<>(
        ticked(field),
        code ->
            code.equals(KeptValues.OWN_WORDS)
                ? KeptValues.wordsIn(of(field)).isPresent()
                : ticked(field).contains(code),
        (code, tick) -> {
          Set<String> codes = ticked(field);
          String words = KeptValues.wordsIn(of(field)).orElse(null);
          if (code.equals(KeptValues.OWN_WORDS)) {
            words = Boolean.TRUE.equals(tick) ? Objects.toString(words, "") : null;
          } else if (Boolean.TRUE.equals(tick)) {
            codes.add(code);
          } else {
            codes.remove(code);
          }
          typed.put(field, KeptValues.withWords(Objects.toString(joined(codes), ""), words));
        });
  }

  /** Whether an entry is "not sure", by field, for a tick beside another input. */
  public Map<String, Boolean> getUnsure() {
    return new EntryMap<>(
        fields(),
        field -> of(field).equals(UNSURE),
        (field, ticked) -> {
          if (Boolean.TRUE.equals(ticked)) {
            typed.put(field, UNSURE);
          } else if (of(field).equals(UNSURE)) {
            typed.put(field, null);
          }
        });
  }

  /** Which codes of a list are ticked; "none" and "not sure" stand among the codes. */
  public Map<String, Boolean> codes(String field) {
    return new EntryMap<>(
        ticked(field),
        code -> ticked(field).contains(code),
        (code, tick) -> {
          Set<String> codes = ticked(field);
          if (Boolean.TRUE.equals(tick)) {
            codes.add(code);
          } else {
            codes.remove(code);
          }
          typed.put(field, joined(codes));
        });
  }

  private Set<String> ticked(String field) {
    String kept = KeptValues.codesIn(of(field));
    if (kept.equals(NO_CODES)) {
      return new TreeSet<>(Set.of(NONE));
    }
    return kept.isEmpty() ? new TreeSet<>() : new TreeSet<>(List.of(kept.split(",")));
  }

  /** Codes go before "none", and "none" before "not sure", should they be ticked together. */
  private static String joined(Set<String> ticked) {
    String codes =
        ticked.stream()
            .filter(code -> !code.equals(NONE) && !code.equals(UNSURE))
            .collect(Collectors.joining(","));
    if (!codes.isEmpty()) {
      return codes;
    }
    return ticked.contains(NONE) ? NO_CODES : ticked.contains(UNSURE) ? UNSURE : null;
  }
}
