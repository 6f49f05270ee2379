package org.pacegate.web.door;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Stream;

/** What a runner's device shows at the door: a cookie that goes nowhere else. */
final class DoorCookie {

  static final String NAME = "pacegate-door";

  private DoorCookie() {}

  /** Empty for none. */
  static String of(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> NAME.equals(cookie.getName()))
        .map(Cookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** Takes it away. */
  static void take(HttpServletResponse response) {
    Cookie cookie = cookie("");
    cookie.setMaxAge(0);
    response.addCookie(cookie);
  }

  /** Until the browser is closed; the server forgets it earlier. */
  static void give(String session, HttpServletResponse response) {
    response.addCookie(cookie(session));
  }

  private static Cookie cookie(String session) {
    Cookie cookie = new Cookie(NAME, session);
    cookie.setPath("/link");
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }
}
