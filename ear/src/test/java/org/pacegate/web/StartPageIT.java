package org.pacegate.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacegate.testing.Chromium;
import org.pacegate.testing.Demonstration;

/** The first thing a browser gets from the running server. */
@ExtendWith(Chromium.class)
class StartPageIT {

  @Test
  void the_start_address_answers_with_a_page_in_the_readers_language(Page page) {
    var answer = page.navigate("/");

    assertThat(answer.headers()).containsKey("x-request-id");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
    Chromium.screenshot(page, "start");
  }

  @Test
  void the_session_cookie_is_secure_and_still_kept_on_localhost(Page page) {
    Demonstration.signIn(page, Demonstration.STAFF);

    var session =
        page.context().cookies().stream().filter(c -> "pacegate".equals(c.name)).findFirst();
    assertThat(session)
        .hasValueSatisfying(
            cookie -> {
              assertThat(cookie.secure).isTrue();
              assertThat(cookie.httpOnly).isTrue();
            });
  }
}
