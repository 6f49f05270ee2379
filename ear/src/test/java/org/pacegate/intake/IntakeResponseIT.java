package org.pacegate.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.PaperClinic;

/** Signing, what is kept of it, and correcting an answer (R4.93 to R4.95). */
@ExtendWith(Chromium.class)
class IntakeResponseIT {

  private static PaperClinic clinic;

  @BeforeAll
  static void openTheClinic() {
    clinic = PaperClinic.open();
  }

  private static void draw(Desk desk) {
    BoundingBox field = desk.page().locator(".pen-field").boundingBox();
    var mouse = desk.page().mouse();
    mouse.move(field.x + 20, field.y + 60);
    mouse.down();
    for (int step = 1; step <= 20; step++) {
      mouse.move(field.x + 20 + step * 10, field.y + (step % 2 == 0 ? 30 : 90));
    }
    mouse.up();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "es-ES"})
  void R4_93_signed_by_hand_kept_opened_and_corrected(String language, Browser browser) {
    Desk desk = Desk.of(browser, clinic, language);
    String tag = language.substring(0, 2);
    String intake = desk.typeAll("Drawn" + tag, tag);
    desk.at("consent-signature").fill("");
    desk.page().locator(".pen-field").scrollIntoViewIfNeeded();
    draw(desk);
    desk.visit().awaitSaved();
    desk.visit().expectAccessible();
    desk.visit().picture("intake-signed-" + tag);
    desk.submit();

    desk.page().navigate("/intake/intake.xhtml?id=" + intake);
    desk.visit().expectAccessible();
    desk.visit().picture("intake-kept-" + tag);
    String address = desk.at("pdf").getAttribute("href");
    APIResponse pdf = desk.page().request().get(address);
    assertThat(pdf.headers().get("content-type")).startsWith("application/pdf");
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

    desk.page().navigate("/intake/amend.xhtml?id=" + intake);
    desk.visit().expectAccessible();
    desk.page().navigate("/intake/amend.xhtml?id=" + intake + "&field=answer.CES-1");
    desk.at("answer-code").selectOption("YES");
    desk.at("amend-reason").fill("misheard");
    desk.visit().expectAccessible();
    desk.visit().picture("intake-amend-" + tag);
    desk.at("amend").click();
    desk.page().waitForURL("**/intake/intake.xhtml?id=*");
    assertThat(desk.page().locator("table tbody tr")).hasCount(1);
    assertThat(desk.at("again")).isVisible();
    desk.visit().picture("intake-amended-" + tag);
    desk.visit().expectQuiet();
  }

  @Test
  void R4_93_an_unsigned_consent_is_not_submitted_and_says_how(Browser browser) {
    Desk desk = Desk.of(browser, clinic, "en-GB");
    desk.typeAll("Unsigned", "en");
    desk.at("consent-signature").fill("");
    desk.at("submit").click();
    assertThat(desk.page().locator(".error-summary")).containsText("not signed");
    desk.visit().expectAccessible();
  }
}
