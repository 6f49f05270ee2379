package org.pacegate.launcher;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.pacegate.clinic.Wire.Answer;

/** Types at the desk; after an interruption they sign in again and open the page again. */
final class DeskTypist extends Typist {

  /** The page says so after every post of which it kept everything. */
  private static final Pattern SAVED = Pattern.compile("id=\"autosaved\"[^>]*>[^✓]{0,200}✓");

  private String intake;
  private Answer page;

  DeskTypist(String url, AtomicInteger next, int most, ConcurrentMap<String, String> saved) {
    super(url, next, most, saved);
  }

  /** The answers of one intake by the step that asks them; each names its intake. */
  private static Map<String, Map<String, String>> answers(String name, int number) {
    Map<String, String> person = new LinkedHashMap<>();
    person.put("person-familyName", name);
    person.put("person-givenName", "Given" + number);
    person.put("person-sex", "FEMALE");
    person.put("person-language", "es");
    Map<String, String> questions = new LinkedHashMap<>();
    questions.put("answer-CES-1", "NO");
    questions.put("answer-CES-2", "UNSURE");
    questions.put("answer-CES-3", "NO");
    Map<String, Map<String, String>> steps = new LinkedHashMap<>();
    steps.put("PERSON", person);
    steps.put("COMPLAINT", Map.of("complaint-words", "The pain of number " + number));
    steps.put("SCREENING", questions);
    return steps;
  }

  @Override
  void types(int number) throws InterruptedException {
    untilDone(this::begins, this::signsIn);
    for (var step : answers(name(), number).entrySet()) {
      page = null;
      Map<String, String> typed = new LinkedHashMap<>();
      for (var answer : step.getValue().entrySet()) {
        typed.put(answer.getKey(), answer.getValue());
        untilDone(() -> saves(step.getKey(), typed, answer.getKey()), this::signsIn);
      }
    }
  }

  private boolean begins() {
    Answer begun =
        desk().post(desk().get("/intake/index.xhtml"), "begin", Map.of("begin:new", "new"));
    intake = begun.location().replaceAll(".*[?&]id=(\\d+).*", "$1");
    return begun.location().contains("/intake.xhtml?");
  }

  /** Sends all that is typed on this page, as a browser does; the field is the last of it. */
  private boolean saves(String step, Map<String, String> typed, String field) {
    if (page == null) {
      page = desk().get("/intake/intake.xhtml?id=" + intake + "&step=" + step);
    }
    Map<String, String> sent = new LinkedHashMap<>(typed);
    sent.put("autosave", "now");
    page = desk().post(page, "intake", sent);
    boolean kept = page.status() == 200 && SAVED.matcher(page.body()).find();
    if (kept) {
      saved(field.replaceFirst("-", "."), typed.get(field));
    }
    return kept;
  }

  @Override
  void forget() {
    page = null;
  }

  @Override
  public String toString() {
    return "at the desk, intake " + intake + ", " + page;
  }
}
