package org.pacegate.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Demonstration;

/**
 * Every declared page fits a window of 320 px, which is a phone or 400 % zoom, and one of 640 px,
 * which is 200 % on a desktop (WCAG 2.2, 1.4.4 and 1.4.10). In Spanish, whose words are longer.
 * Tables scroll inside their own frame; the page never does.
 */
@ExtendWith(Chromium.class)
class NarrowPagesIT {

  private static final int HEIGHT = 800;

  /** How far the page can be scrolled to the side, and by what. */
  private static final String TOO_WIDE =
      """
      () => {
        const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
        if (wide <= 0) return '';
        const framed = (each) => each.closest('.scroll, .consent-text, .sr, .skip');
        const names = [...document.body.querySelectorAll('*')]
          .filter((each) => !framed(each) && each.getBoundingClientRect().right > innerWidth + 1)
          .map((each) => `${each.tagName}.${each.className} ${each.id}`);
        return `${wide} px too wide: ${[...new Set(names)].slice(0, 6).join('; ')}`;
      }
      """;

  private static People people;
  private final Map<String, Page> signedIn = new HashMap<>();
  private final Map<String, String> wrong = new TreeMap<>();

  @BeforeAll
  static void employ() throws SQLException {
    people = People.employ();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 640})
  void no_page_scrolls_to_the_side(int width, Browser browser) throws SQLException {
    for (var entry : DeclaredPage.ALL.entrySet()) {
      Page page =
          signedIn.computeIfAbsent(entry.getValue().somebody(), role -> signIn(role, browser));
      page.setViewportSize(width, HEIGHT);
      var answer = page.navigate(entry.getValue().address(entry.getKey(), people));
      assertThat(answer.status()).as(entry.getKey()).isEqualTo(200);
      String found = (String) page.evaluate(TOO_WIDE);
      Chromium.screenshot(
          page, "narrow-" + width + entry.getKey().replace('/', '-').replace(".xhtml", ""));
      if (!found.isEmpty()) {
        wrong.put(entry.getKey(), found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Page signIn(String role, Browser browser) {
    Page page = browser.newContext(Chromium.context("es-ES")).newPage();
    page.navigate("/signin.xhtml?lang=es");
    Demonstration.fillSignIn(page, people.login(role));
    page.waitForURL(address -> !address.contains("/signin"));
    page.navigate("/account/password.xhtml?lang=es");
    return page;
  }
}
