package org.pacegate.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.pacegate.testing.Axe;
import org.pacegate.testing.Chromium;

/** A runner at an old phone: 320 pixels wide. What every page weighs is added up. */
final class Phone {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 640;
  private static final int MOST_BYTES = 100_000;

  /** How a page is built, whatever the words in it. */
  private static final String STRUCTURE =
      """
      () => [...document.body.querySelectorAll('*')]
        .map((each) => [each.tagName, each.className, each.getAttribute('role'), each.type].join())
        .join(' ')
      """;

  /** One page of a question is built as the next; axe need not see all of them in every test. */
  private static final Set<String> SEEN_BY_AXE = ConcurrentHashMap.newKeySet();

  private final Page page;
  private final boolean scripts;
  private final int width;
  private final Map<String, Integer> assets = new HashMap<>();
  private final List<String> kinds = new ArrayList<>();
  private int heaviest;

  private Phone(Page page, boolean scripts, int width) {
    this.page = page;
    this.scripts = scripts;
    this.width = width;
    page.onResponse(this::weigh);
  }

  /** Without scripts, as the form has to work. */
  static Phone of(Browser browser, String language) {
    return new Phone(context(browser, language, false).newPage(), false, WIDTH);
  }

  /** With scripts, which the form has none of, but axe needs. */
  static Phone withAxe(Browser browser, String language) {
    return new Phone(context(browser, language, true).newPage(), true, WIDTH);
  }

  /** A page that is open already, in a window of this size. */
  static Phone sized(Page page, boolean scripts, int width, int height) {
    page.setViewportSize(width, height);
    return new Phone(page, scripts, width);
  }

  private static BrowserContext context(Browser browser, String language, boolean scripts) {
    return browser.newContext(
        Chromium.context(language).setViewportSize(WIDTH, HEIGHT).setJavaScriptEnabled(scripts));
  }

  private void weigh(Response response) {
    String kind = response.request().resourceType();
    kinds.add(kind);
    // What a script tells the server is no part of the page; asking for it again would do more.
    if (!Set.of("document", "fetch").contains(kind)) {
      assets.putIfAbsent(response.url(), 0);
    }
  }

  Page page() {
    return page;
  }

  void open(String address) {
    page.navigate(address);
    expectLight();
  }

  /** Opens a link and gives the birth date of the runners of these tests. */
  void enter(String address) {
    open(address);
    born("17", "4", "1990");
  }

  void born(String day, String month, String year) {
    page.locator("input[name=day]").fill(day);
    page.locator("input[name=month]").fill(month);
    page.locator("input[name=year]").fill(year);
    page.locator("#open").click();
    expectLight();
  }

  String at() {
    return page.url().replaceAll(".*[?&]at=([A-Za-z0-9_-]+).*|.*", "$1");
  }

  void choose(String code) {
    page.locator("input[value='" + code + "']").check(new Locator.CheckOptions().setForce(true));
  }

  void goOn() {
    page.locator("#continue").click();
    expectLight();
  }

  /**
   * Answers whatever is asked and not answered yet, without a danger, until the check of all
   * answers.
   */
  void answerAll() {
    answerAll("");
  }

  /** The same, until the page of a name. */
  void answerAll(String last) {
    for (int pages = 0; page.locator("#send").count() == 0; pages++) {
      if (!last.isEmpty() && page.locator("input[name=at][value=" + last + "]").count() > 0) {
        return;
      }
      assertThat(pages).as("pages of the form, now at " + page.url()).isLessThan(90);
      answer();
      goOn();
    }
  }

  /** Agrees and signs with a name. */
  void sign(String name) {
    page.locator("#consent-given").check();
    page.locator("#consent-signature").fill(name);
    goOn();
  }

  private void answer() {
    if (page.locator("#consent-given").count() > 0) {
      page.locator("#consent-given").check();
      page.locator("#consent-signature").fill("Lena Linked");
    } else if (page.locator("textarea").count() > 0) {
      if (page.locator("textarea").inputValue().isEmpty()) {
        page.locator("textarea").fill("It clicks.");
      }
    } else if (page.locator("input[name$='.day']").count() > 0) {
      page.locator("input[name$='.day']").fill("10");
      page.locator("input[name$='.month']").fill("1");
      page.locator("input[name$='.year']").fill("2026");
    } else if (page.locator("input[type=radio]:checked").count() > 0) {
      // Answered before: it stands.
    } else if (page.locator("input[type=radio]").count() > 0) {
      choose(radio());
    } else if (page.locator("input[value=NONE]").count() > 0) {
      choose("NONE");
    }
  }

  private String radio() {
    for (String harmless : List.of("KNEE", "LEFT", "FEMALE", "GRADUAL", "NO")) {
      if (page.locator("input[type=radio][value=" + harmless + "]").count() > 0) {
        return harmless;
      }
    }
    return page.locator("input[type=radio]").first().getAttribute("value");
  }

  /** The page with everything it loads is below 100 kB and fits the screen. */
  void expectLight() {
    page.waitForLoadState();
    // Asking for one lets the page's own answers come in.
    for (String url : List.copyOf(assets.keySet())) {
      if (assets.get(url) == 0) {
        assets.put(url, page.request().get(url).body().length);
      }
    }
    int bytes =
        page.content().getBytes(StandardCharsets.UTF_8).length
            + assets.values().stream().mapToInt(Integer::intValue).sum();
    heaviest = Math.max(heaviest, bytes);
    assertThat(bytes).as(page.url()).isLessThan(MOST_BYTES);
    if (scripts) {
      assertThat(page.evaluate("document.documentElement.scrollWidth"))
          .as("width of " + page.url())
          .isEqualTo(width);
      if (isNew()) {
        assertThat(Axe.findings(page)).as(page.url()).isEmpty();
      }
    }
  }

  private boolean isNew() {
    String language = page.locator("html").getAttribute("lang");
    return SEEN_BY_AXE.add(language + width + page.evaluate(STRUCTURE));
  }

  int heaviest() {
    return heaviest;
  }

  /** Nothing but pages, their look and a picture was asked for; what a script adds is a file. */
  void expectNoScript() {
    assertThat(kinds).doesNotContain("script", "xhr", "fetch");
    assertThat(page.locator("script:not([src])").count()).isZero();
  }

  /** Points at a place of the body picture. */
  void point(String place) {
    page.locator(".spot.at-" + place).click();
  }

  /** Signs by hand, with the mouse as with a finger. */
  void draw() {
    Locator field = page.locator(".pen-field");
    field.scrollIntoViewIfNeeded();
    BoundingBox box = field.boundingBox();
    page.mouse().move(box.x + 20, box.y + box.height / 2);
    page.mouse().down();
    for (int step = 1; step <= 20; step++) {
      page.mouse().move(box.x + 20 + step * box.width / 30, box.y + (step % 2 == 0 ? 20 : 60));
    }
    page.mouse().up();
  }

  void picture(String name) {
    Chromium.screenshot(page, name);
  }
}
