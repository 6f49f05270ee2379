package org.pacegate.launcher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pacegate.clinic.Wire;
import org.pacegate.clinic.Wire.Answer;

/**
 * Gets a link from the desk and types behind it. The door's session outlives the server: after an
 * interruption the page is sent again as it is. A link whose page was lost is made again for the
 * intake that the desk's list shows, so that there is no second one.
 */
final class LinkTypist extends Typist {

  private static final Pattern TOKEN = Pattern.compile("/link/([A-Za-z0-9_-]{43})");

  private final String url;
  private Wire phone;
  private String token;
  private boolean begunBefore;
  private String last = "";

  LinkTypist(String url, AtomicInteger next, int most, ConcurrentMap<String, String> saved) {
    super(url, next, most, saved);
    this.url = url;
  }

  /** What is typed on each page of the form, in order. */
  private static Map<String, Map<String, String>> pages(int number) {
    Map<String, Map<String, String>> pages = new LinkedHashMap<>();
    pages.put("sex", Map.of("person.sex", "FEMALE"));
    pages.put("contact", Map.of("person.phone", "+34 600 111 " + (100 + number)));
    pages.put("words", Map.of("complaint.words", "The pain of number " + number));
    pages.put("onsetKind", Map.of("complaint.onsetKind", "GRADUAL"));
    for (String question : List.of("CES-1", "CES-2", "CES-3", "CES-5")) {
      pages.put("q-" + question, Map.of("answer." + question, "NO"));
    }
    return pages;
  }

  @Override
  void types(int number) throws InterruptedException {
    begunBefore = false;
    phone = new Wire(url);
    untilDone(this::begins, this::signsIn);
    untilDone(this::enters, this::isBack);
    for (var page : pages(number).entrySet()) {
      String key = UUID.randomUUID().toString();
      untilDone(() -> saves(page.getKey(), page.getValue(), key), this::isBack);
    }
  }

  /** The name stands on record as the desk typed it. */
  private boolean begins() {
    String known = begunBefore ? intakeOnTheList() : "";
    begunBefore = true;
    Map<String, String> typed = new LinkedHashMap<>();
    if (known.isEmpty()) {
      typed.put("familyName", name());
      typed.put("givenName", "Given");
      typed.put("birthDate-day", "17");
      typed.put("birthDate-month", "4");
      typed.put("birthDate-year", "1990");
    }
    typed.put("speaks", "en");
    typed.put("make", "make");
    String page = known.isEmpty() ? "/intake/new-link.xhtml" : "/intake/link.xhtml?id=" + known;
    Answer made = desk().post(desk().get(page), "link", typed);
    last = made.toString();
    Matcher address = TOKEN.matcher(made.body());
    boolean shown = made.status() == 200 && address.find();
    token = shown ? address.group(1) : "";
    return shown;
  }

  /** Its id, if the server had begun it before its answer was lost; else empty. */
  private String intakeOnTheList() {
    String list = desk().get("/intake/index.xhtml").body();
    Matcher row =
        Pattern.compile(
                "intake\\.xhtml\\?id=(\\d+)\"[^>]*>(?:(?!</a>).)*" + name() + ",",
                Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
            .matcher(list);
    return row.find() ? row.group(1) : "";
  }

  private boolean enters() {
    return isAtTheForm(sends("/link/" + token, Map.of("day", "17", "month", "4", "year", "1990")));
  }

  private boolean saves(String at, Map<String, String> answers, String key) {
    Map<String, String> sent = new LinkedHashMap<>(answers);
    sent.put("at", at);
    sent.put("key", key);
    Answer next = sends("/link/form", sent);
    boolean kept = isAtTheForm(next) && next.location().contains("?at=");
    if (kept) {
      answers.forEach(this::saved);
    }
    return kept;
  }

  /** Whether the door leads on: it shows the next page once this one is kept. */
  private static boolean isAtTheForm(Answer next) {
    return next.status() == 303
        && next.location().contains("/link/form")
        && !next.location().contains("wrong");
  }

  private Answer sends(String path, Map<String, String> fields) {
    Answer next = phone.send("POST", path, Wire.encoded(fields), Map.of());
    last = next.toString();
    return next;
  }

  private boolean isBack() {
    return phone.get("/link?code=").status() == 200;
  }

  @Override
  void forget() {
    // The page is sent again as it is.
  }

  @Override
  public String toString() {
    return "behind a link, " + last;
  }
}
