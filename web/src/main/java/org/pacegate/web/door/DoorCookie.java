package org.pacegate.web.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.pacegate.domain.shared.Sha256;

/** What a browser shows at a door: cookies that go nowhere else. */
enum DoorCookie {
  /** A runner's own device, behind a link. */
  LINK("pacegate-door", "/link"),
  /** A tablet of the clinic. */
  KIOSK("pacegate-kiosk", "/kiosk"),
  /** The runner who is at the tablet. */
  RUNNER("pacegate-runner", "/kiosk");

  private static final int MARK = 16;

  private final String cookie;
  private final String path;

  DoorCookie(String cookie, String path) {
    this.cookie = cookie;
    this.path = path;
  }

  /** Empty for none. */
  String of(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(each -> cookie.equals(each.getName()))
        .map(Cookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Until the browser is closed; the server forgets it earlier. */
  void give(String value, HttpServletResponse response) {
    response.addCookie(made(value));
  }

  /** Also when the browser is closed meanwhile. */
  void giveFor(Duration time, String value, HttpServletResponse response) {
    Cookie made = made(value);
    made.setMaxAge((int) time.toSeconds());
    response.addCookie(made);
  }

  /** The browser shows it no more. */
  void take(HttpServletResponse response) {
    giveFor(Duration.ZERO, "", response);
  }

  private Cookie made(String value) {
    Cookie made = new Cookie(cookie, value);
    made.setPath(path);
    made.setHttpOnly(true);
    made.setSecure(true);
    made.setAttribute("SameSite", "Strict");
    return made;
  }

  /** What a form carries to say for which intake it was drawn; it opens nothing. */
  static String mark(long intakeId) {
    return Sha256.of("form of " + intakeId).substring(0, MARK);
  }
}
