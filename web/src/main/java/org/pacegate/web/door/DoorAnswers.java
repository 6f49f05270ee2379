package org.pacegate.web.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pacegate.domain.questionnaire.KeptValues;
import org.pacegate.web.questionnaire.BodySpot;
import org.pacegate.web.shared.DateParts;

/** Reads what was typed on a page of the form, by entry; only what the page asks is read. */
record DoorAnswers(HttpServletRequest request) {

  private static final String LANGUAGE = "person.language";

  /** How "none of these" is kept: a list of codes that has none. */
  private static final String NO_CODES = ",";

  Map<String, String> of(DoorStep step, boolean known) {
    Map<String, String> typed = new LinkedHashMap<>();
    step.fields().forEach(field -> typed.put(field.name(), value(field)));
    // What the page did not show it cannot take back.
    List<String> shown = List.of(text("shown").split(",", -1));
    typed.entrySet().removeIf(it -> it.getValue().isEmpty() && !shown.contains(it.getKey()));
    String consent = typed.getOrDefault("consent.given", "");
    if (!known && !consent.isEmpty()) {
      // The language in which the text was read and agreed to: version/language/hash.
      Arrays.stream(consent.split("/", -1))
          .skip(1)
          .findFirst()
          .ifPresent(it -> typed.put(LANGUAGE, it));
    }
    signed(typed);
    pointed(step, typed);
    return typed;
  }

  /** The earlier answer that the page showed, if it was said that it still holds (R4.175). */
  Map<String, String> stillHolding(DoorStep step) {
    return text("still").isEmpty() || step.fields().size() != 1
        ? Map.of()
        : Map.of(step.fields().get(0).name(), text("still"));
  }

  /** What was typed for one field of a page. */
  String typed(DoorStep step, String field) {
    return step.fields().stream()
        .filter(each -> each.name().equals(field))
        .map(this::value)
        .findFirst()
        .orElse("");
  }

  /**
   * A name, or what was drawn, stands under the text that the page showed, and in the place of all
   * that was signed before.
   */
  private void signed(Map<String, String> typed) {
    String name = typed.getOrDefault(DoorConsent.SIGNATURE, "");
    String drawn = typed.getOrDefault(DoorConsent.DRAWN, "");
    if (!name.isEmpty() || !drawn.isEmpty()) {
      typed.put(DoorConsent.SIGNED, text("consent.text"));
      typed.put(DoorConsent.SIGNATURE, name);
      typed.put(DoorConsent.DRAWN, drawn);
    }
  }

  /** Pointing at the left knee says left, too; the page that asks for the side shows it. */
  private void pointed(DoorStep step, Map<String, String> typed) {
    step.fields().stream()
        .filter(field -> field.kind() == FieldKind.BODY)
        .flatMap(
            field ->
                field.spots().stream().filter(spot -> spot.code().equals(typed.get(field.name()))))
        .map(BodySpot::side)
        .filter(side -> !side.isEmpty() && side.equals(text("pointed")))
        .forEach(side -> typed.put("complaint.side", side));
  }

  private String value(DoorField field) {
    return switch (field.kind()) {
      case DATE -> date(field);
      case TICKS, PLACES -> ticks(field);
      case OPEN, OPEN_TICKS -> open(field);
      case RADIO, BODY, PLACE ->
          // What an own form does not offer is told at the field, and what was there stays seen.
          field.own() || field.choices().contains(text(field.name())) ? text(field.name()) : "";
      default -> unsure(field) ? DoorSteps.UNSURE : text(field.name());
    };
  }

  private String date(DoorField field) {
    if (unsure(field)) {
      return DoorSteps.UNSURE;
    }
    return new DateParts(
            text(field.name() + ".day"),
            text(field.name() + ".month"),
            text(field.name() + ".year"))
        .kept();
  }

  private boolean unsure(DoorField field) {
    return !text(field.name() + ".unsure").isEmpty();
  }

  /** What was chosen, and the own words beside it. */
  private String open(DoorField field) {
    List<String> sent = sent(field);
    String words = text(field.name() + ".words");
    boolean own = sent.contains(KeptValues.OWN_WORDS) || !words.isEmpty();
    String codes =
        sent.stream()
            .filter(code -> !code.equals(KeptValues.OWN_WORDS))
            .sorted()
            .collect(Collectors.joining(","));
    return KeptValues.withWords(codes, own ? words : null);
  }

  private List<String> sent(DoorField field) {
    String[] sent = request.getParameterValues(field.name());
    return sent == null
        ? List.of()
        : Arrays.stream(sent)
            .filter(code -> field.own() || field.choices().contains(code))
            .toList();
  }

  private String ticks(DoorField field) {
    List<String> ticked = sent(field);
    if (ticked.contains(DoorSteps.UNSURE)) {
      return DoorSteps.UNSURE;
    }
    // In the desk's order: the same ticks are the same answer.
    List<String> codes =
        ticked.stream().filter(code -> !code.equals(DoorSteps.NONE)).sorted().toList();
    return codes.isEmpty() && ticked.contains(DoorSteps.NONE) ? NO_CODES : String.join(",", codes);
  }

  private String text(String name) {
    return Objects.toString(request.getParameter(name), "").strip();
  }
}
