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

/**
 * The entries of one intake as this tab shows them, and which of them were changed here. Only those
 * are saved: another tab's are left alone.
 */
public final class TypedEntries implements Serializable {

  private static final long serialVersionUID = 1L;

  static final String UNSURE = "UNSURE";
  static final String NONE = "NONE";
  private static final String YES = "YES";

  /** How "none of these" is kept: a list of codes that has none. */
  private static final String NO_CODES = ",";

  private final HashMap<String, String> now = new HashMap<>();
  private final HashMap<String, String> saved = new HashMap<>();

  /** Takes over what is on record, but for what was typed here and is not saved. */
  void take(Map<String, String> onRecord) {
    Map<String, String> typed = changes();
    saved.clear();
    saved.putAll(onRecord);
    now.clear();
    now.putAll(onRecord);
    now.putAll(typed);
  }

  /** What was typed since the last save; empty text takes an entry back. */
  Map<String, String> changes() {
    Set<String> fields = new HashSet<>(now.keySet());
    fields.addAll(saved.keySet());
    return fields.stream()
        .filter(field -> !text(now, field).equals(text(saved, field)))
        .collect(Collectors.toMap(field -> field, field -> text(now, field)));
  }

  void markSaved() {
    saved.clear();
    saved.putAll(now);
  }

  private static String text(Map<String, String> entries, String field) {
    return Objects.toString(entries.get(field), "").strip();
  }

  /** An entry, empty text for none. */
  public String of(String field) {
    return text(now, field);
  }

  /** The entries by field, for inputs of text and of one choice. */
  public Map<String, String> getTexts() {
    return now;
  }

  /** The dates by field, as {@code pg:date} keeps them. */
  public Map<String, String> getDates() {
    return new EntryMap<>(
        now.keySet(), field -> of(field).equals(UNSURE) ? null : now.get(field), now::put);
  }

  /** Whether an entry is a Yes, by field, for a single tick. */
  public Map<String, Boolean> getTicks() {
    return new EntryMap<>(
        now.keySet(),
        field -> of(field).equals(YES),
        (field, ticked) -> now.put(field, Boolean.TRUE.equals(ticked) ? YES : null));
  }

  /** Whether an entry is "not sure", by field, for a tick beside another input. */
  public Map<String, Boolean> getUnsure() {
    return new EntryMap<>(
        now.keySet(),
        field -> of(field).equals(UNSURE),
        (field, ticked) -> {
          if (Boolean.TRUE.equals(ticked)) {
            now.put(field, UNSURE);
          } else if (of(field).equals(UNSURE)) {
            now.put(field, null);
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
          now.put(field, joined(codes));
        });
  }

  private Set<String> ticked(String field) {
    String kept = of(field);
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
