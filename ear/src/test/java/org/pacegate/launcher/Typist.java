package org.pacegate.launcher;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.pacegate.clinic.Wire;
import org.pacegate.clinic.Wire.Answer;
import org.pacegate.testing.Demonstration;

/**
 * Somebody at the desk who types intakes over HTTP, one answer a post, as a browser without script
 * does. Where the server goes away they sign in again when it is back, open the page again and type
 * what it had not shown as saved.
 */
final class Typist implements Callable<Void> {

  /** The page says so after every post of which it kept everything. */
  private static final Pattern SAVED = Pattern.compile("id=\"autosaved\"[^>]*>[^✓]{0,200}✓");

  private static final int MOST_TRIES = 50;

  private final Wire wire;
  private final AtomicInteger next;
  private final int most;
  private final ConcurrentMap<String, String> saved;
  private String intake;
  private Answer page;

  /**
   * @param next the number of the next intake that nobody types yet
   * @param most how many there are
   * @param saved what pages showed as saved: id of the intake and field, and the value
   */
  Typist(String url, AtomicInteger next, int most, ConcurrentMap<String, String> saved) {
    this.wire = new Wire(url);
    this.next = next;
    this.most = most;
    this.saved = saved;
  }

  /** The answers of one intake by the step that asks them; each names its intake. */
  private static Map<String, Map<String, String>> answers(int number) {
    Map<String, String> person = new LinkedHashMap<>();
    person.put("person-familyName", "Killed" + number);
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
  public Void call() throws InterruptedException {
    for (int number = next.getAndIncrement(); number < most; number = next.getAndIncrement()) {
      untilDone(this::begins);
      for (var step : answers(number).entrySet()) {
        page = null;
        Map<String, String> typed = new LinkedHashMap<>();
        for (var answer : step.getValue().entrySet()) {
          typed.put(answer.getKey(), answer.getValue());
          untilDone(() -> saves(step.getKey(), typed, answer.getKey()));
        }
      }
    }
    return null;
  }

  private boolean begins() {
    Answer begun = wire.post(wire.get("/intake/index.xhtml"), "begin", Map.of("begin:new", "new"));
    intake = begun.location().replaceAll(".*[?&]id=(\\d+).*", "$1");
    return begun.location().contains("/intake.xhtml?");
  }

  /** Sends all that is typed on this page, as a browser does; the field is the last of it. */
  private boolean saves(String step, Map<String, String> typed, String field) {
    if (page == null) {
      page = wire.get("/intake/intake.xhtml?id=" + intake + "&step=" + step);
    }
    Map<String, String> sent = new LinkedHashMap<>(typed);
    sent.put("autosave", "now");
    page = wire.post(page, "intake", sent);
    boolean kept = page.status() == 200 && SAVED.matcher(page.body()).find();
    if (kept) {
      saved.put(intake + " " + field.replaceFirst("-", "."), typed.get(field));
    }
    return kept;
  }

  /** Whatever else the server answers, or that nobody does, is an interruption. */
  private void untilDone(BooleanSupplier step) throws InterruptedException {
    for (int tries = 0; !isDone(step); tries++) {
      if (tries == MOST_TRIES) {
        throw new AssertionError("cannot go on with intake " + intake + " at " + page);
      }
      page = null;
      Launched.await(() -> isDone(this::signsIn));
    }
  }

  private static boolean isDone(BooleanSupplier step) {
    try {
      return step.getAsBoolean();
    } catch (UncheckedIOException | AssertionError away) {
      return false;
    }
  }

  private boolean signsIn() {
    wire.cookies().clear();
    Answer answer = wire.signIn(Demonstration.STAFF, Demonstration.password(), "/signin.xhtml");
    return answer.status() == 302;
  }
}
