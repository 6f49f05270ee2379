package org.pacegate.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.pacegate.launcher.PacegateServer;

/**
 * Gives a test method a {@link Page} in a browser context of its own, whose base address is the
 * running server. A test that needs several people or another language asks for the {@link Browser}
 * and opens contexts with {@link #context(String)}. When a test fails, what every open page showed
 * is kept.
 */
public class Chromium implements ParameterResolver, AfterTestExecutionCallback, AfterEachCallback {

  private static final Namespace HERE = Namespace.create(Chromium.class);
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          // No process in advance for a page that may come: it costs a third of opening a context.
          "--renderer-process-limit=1",
          // No page lives long enough for its scripts to earn what optimising them costs.
          "--js-flags=--no-opt --single-threaded",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    var type = parameter.getParameter().getType();
    return type == Page.class || type == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    var browser = running(test).browser();
    if (parameter.getParameter().getType() == Browser.class) {
      return browser;
    }
    return browser.newContext(context("en-GB")).newPage();
  }

  /** Options of a browser context of a person who reads this language, for instance es-ES. */
  public static Browser.NewContextOptions context(String language) {
    return new Browser.NewContextOptions()
        .setBaseURL(PacegateServer.get().url())
        .setLocale(language)
        .setViewportSize(1280, 900);
  }

  /** Writes what the page shows to {@code ear/target/screenshots/<name>.png}. */
  public static void screenshot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PacegateServer.screenshots().resolve(name + ".png"))
            .setFullPage(true));
  }

  @Override
  public void afterTestExecution(ExtensionContext test) {
    if (test.getExecutionException().isEmpty()) {
      return;
    }
    var name =
        "failed-%s-%s-"
            .formatted(
                test.getRequiredTestClass().getSimpleName(),
                test.getRequiredTestMethod().getName());
    var pages =
        running(test).browser().contexts().stream()
            .flatMap(context -> context.pages().stream())
            .toList();
    for (int i = 0; i < pages.size(); i++) {
      screenshot(pages.get(i), name + i);
    }
  }

  @Override
  public void afterEach(ExtensionContext test) {
    running(test).browser().contexts().forEach(BrowserContext::close);
  }

  private static Running running(ExtensionContext test) {
    return test.getStore(StoreScope.LAUNCHER_SESSION, HERE)
        .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }

  /** One browser for all classes that run in this process; JUnit closes it at the end. */
  private record Running(Playwright playwright, Browser browser) implements AutoCloseable {

    static Running start() {
      // As long as everything else waits: the machine may be busy.
      PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
      var playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      var executable = System.getenv().getOrDefault("PACEGATE_CHROMIUM", "/usr/bin/chromium");
      return new Running(
          playwright,
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(Path.of(executable))
                      .setArgs(FLAGS)));
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
