package org.pacegate.web.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("R0.44 Every page source")
class PageSourcesTest {

  private static final Pattern INLINE_STYLE = Pattern.compile("\\sstyle\\s*=|<style\\b");
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile(
          "<script\\b|\\son(?!Postback=)[a-z]+\\s*=|javascript:", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_HOST =
      Pattern.compile("(?:src|href|action|url|@import)\\W{1,4}(?:[a-z]+:)?//");
  private static final Pattern UNESCAPED = Pattern.compile("escape\\s*=\\s*\"false\"");
  private static final Pattern LOCALE_FROM_A_REQUEST =
      Pattern.compile("locale\\s*=\\s*\"(?!#\\{language\\.locale})");

  /** Such a value can be read only: what is typed would be refused, or lost. */
  private static final Pattern INPUT_OF_EITHER =
      Pattern.compile(
          "<(?:pg:(?:field|textarea|choice|date|checkbox|select|question|password)|h:(?:input|select)\\w*)\\b"
              + "[^>]*\\svalue=\"#\\{[^\"}]*\\?");

  /** Forms whose typed text is not kept, each with its reason. */
  private static final Map<String, String> NOT_KEPT =
      Map.of(
          "signin.xhtml#signIn", "a name and a password, typed by nobody who is signed in",
          "account/password.xhtml#change", "passwords only, which are never kept",
          "patient/index.xhtml", "a search: it changes nothing, and its words are a patient's",
          "WEB-INF/parts/patient/same.xhtml#other", "looks a record up by its number",
          "WEB-INF/door/open.xhtml", "a birth date and a code, typed by nobody who is signed in",
          "WEB-INF/door/question.xhtml#typed",
              "has no script: one thing a page, on record when it is sent",
          "WEB-INF/door/kiosk.xhtml", "a name and a birth date, typed by nobody who is signed in",
          "WEB-INF/door/pin.xhtml", "a PIN, which is never kept");

  static Stream<Path> pages() {
    return Sources.pages().stream();
  }

  static Stream<Path> assets() {
    return Stream.of(".xhtml", ".css", ".js", ".svg")
        .flatMap(ending -> Sources.under(Sources.WEBAPP, ending).stream());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void isOneScreenOfMarkup(Path page) {
    assertThat(Sources.text(page).lines().count()).isLessThanOrEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasNoStyleOfItsOwn(Path page) {
    assertThat(Sources.text(page)).doesNotContainPattern(INLINE_STYLE);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasNoScriptOfItsOwn(Path page) {
    assertThat(Sources.text(page)).doesNotContainPattern(INLINE_SCRIPT);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void writesNoTextUnescaped(Path page) {
    assertThat(Sources.text(page)).doesNotContainPattern(UNESCAPED);
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("R0.41 takes its locale from the language enum only")
  void takesItsLocaleFromTheEnum(Path page) {
    assertThat(Sources.text(page)).doesNotContainPattern(LOCALE_FROM_A_REQUEST);
  }

  @ParameterizedTest
  @MethodSource("pages")
  @DisplayName("R4.160 writes what is typed where it can be written")
  void hasNoInputOfEitherOfTwoValues(Path page) {
    assertThat(Sources.text(page)).doesNotContainPattern(INPUT_OF_EITHER);
  }

  @ParameterizedTest
  @MethodSource("assets")
  void loadsNothingFromAnotherHost(Path asset) {
    assertThat(Sources.text(asset)).doesNotContainPattern(OTHER_HOST);
  }

  @Test
  @DisplayName("R0.61 keeps what is typed over an idle sign-out, or is listed with its reason")
  void keepsWhatIsTyped() {
    assertThat(
            Sources.pages().stream()
                .flatMap(page -> FormSource.in(page).stream())
                .filter(form -> form.isTypedInto() && !form.isKept())
                .map(FormSource::name))
        .containsExactlyInAnyOrderElementsOf(NOT_KEPT.keySet());
  }

  @Test
  void isFoundByThisWalk() {
    List<Path> pages = Sources.pages();
    assertThat(pages).hasSizeGreaterThan(20);
  }
}
