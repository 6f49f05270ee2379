package org.pacegate.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page for people who see, hear or move otherwise. */
public final class Axe {

  private static final String IS_THERE = "() => 'axe' in window";
  private static final String FINDINGS =
      """
      async () => {
        const found = await axe.run(document, { resultTypes: ['violations'] });
        const where = (rule) => rule.nodes.map((node) => node.html + node.failureSummary);
        return found.violations.map((rule) => `${rule.id} ${where(rule)}`);
      }
      """;

  private Axe() {}

  /**
   * Each finding: the rule, and the elements that break it. Not through the builder that axe's
   * library has for Playwright: that puts axe into the page anew for every run, which costs six
   * times as much as the run.
   */
  public static List<String> findings(Page page) {
    if (!(boolean) page.evaluate(IS_THERE)) {
      page.evaluate(AxeBuilder.getAxeScript());
    }
    return ((List<?>) page.evaluate(FINDINGS)).stream().map(String::valueOf).toList();
  }
}
