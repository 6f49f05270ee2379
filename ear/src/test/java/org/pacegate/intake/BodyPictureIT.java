package org.pacegate.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** The words around the body picture are readable at every width: none lies on another. */
@ExtendWith(Chromium.class)
class BodyPictureIT {

  private static final String OVERLAPPING =
      """
      () => {
        const words = [...document.querySelectorAll('.figure-box .side-name, .figure-box .view-name')];
        const box = (each) => { const r = document.createRange(); r.selectNodeContents(each); return r.getBoundingClientRect(); };
        const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        const out = words.filter((each) => box(each).left < 0 || box(each).right > innerWidth);
        const pairs = words.flatMap((a, i) => words.slice(i + 1).filter((b) => meet(box(a), box(b))).map((b) => [a, b]));
        return [...out, ...pairs.flat()].map((each) => each.className + ' ' + each.textContent).join('; ');
      }
      """;

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  @ParameterizedTest
  @CsvSource({"es-ES, 320", "es-ES, 390", "es-ES, 800", "es-ES, 1280", "en-GB, 320", "en-GB, 1280"})
  void no_word_lies_on_another(String language, int width, Browser browser) {
    Desk desk = Desk.of(browser, clinic, language);
    desk.page().setViewportSize(width, 900);
    desk.open(desk.begin(), "COMPLAINT");
    desk.page().locator(".figure").scrollIntoViewIfNeeded();
    assertThat(desk.page().evaluate(OVERLAPPING)).isEqualTo("");
    Chromium.screenshot(desk.page(), "body-" + language + "-" + width);
  }
}
