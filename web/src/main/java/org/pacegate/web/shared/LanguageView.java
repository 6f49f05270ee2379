package org.pacegate.web.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/**
 * The language of this request: chosen on this page, else kept in a cookie, else asked for by the
 * browser, else English. Every source is matched against {@link UiLanguage}.
 */
@Named("language")
@RequestScoped
public class LanguageView {

  /** Name of the request parameter that chooses a language. */
  public static final String PARAMETER = "lang";

  static final String COOKIE = "pacegate-language";
  private static final int ONE_YEAR = 365 * 24 * 60 * 60;

  @Inject private HttpServletRequest request;
  private UiLanguage current;

  @PostConstruct
  void choose() {
    Optional<UiLanguage> chosen = UiLanguage.of(request.getParameter(PARAMETER));
    chosen.ifPresent(LanguageView::keep);
    current = chosen.or(this::kept).or(this::askedFor).orElse(UiLanguage.EN);
  }

  /** Goes on in another language, in this browser. */
  public void speak(UiLanguage chosen) {
    keep(chosen);
    current = chosen;
  }

  /** Says something in the language of somebody else; this request goes on in its own. */
  public <T> T in(UiLanguage other, Supplier<T> saying) {
    UiLanguage own = current;
    current = other;
    try {
      return saying.get();
    } finally {
      current = own;
    }
  }

  public UiLanguage getCurrent() {
    return current;
  }

  public Locale getLocale() {
    return current.getLocale();
  }

  public String getTag() {
    return current.getTag();
  }

  public List<UiLanguage> getChoices() {
    return List.of(UiLanguage.values());
  }

  private Optional<UiLanguage> kept() {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> COOKIE.equals(cookie.getName()))
        .findFirst()
        .flatMap(cookie -> UiLanguage.of(cookie.getValue()));
  }

  private Optional<UiLanguage> askedFor() {
    return Collections.list(request.getLocales()).stream()
        .flatMap(locale -> UiLanguage.of(locale.getLanguage()).stream())
        .findFirst();
  }

  private static void keep(UiLanguage chosen) {
    Faces.getResponse().addCookie(cookie(chosen.getTag(), ONE_YEAR));
  }

  /** This browser goes on in the language that it asks for: somebody else sits there now. */
  public static void forget(HttpServletResponse response) {
    response.addCookie(cookie("", 0));
  }

  private static Cookie cookie(String value, int seconds) {
    Cookie cookie = new Cookie(COOKIE, value);
    cookie.setPath("/");
    cookie.setMaxAge(seconds);
    cookie.setHttpOnly(true);
    cookie.setSecure(true);
    cookie.setAttribute("SameSite", "Lax");
    return cookie;
  }
}
