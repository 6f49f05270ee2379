package org.pacegate.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page for people who see, hear or move otherwise. */
public final class Axe {

  private Axe() {}

  /** Each finding: the rule, and the elements that break it. */
  public static List<String> findings(Page page) {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .map(
                rule ->
                    rule.getId()
                        + " "
                        + rule.getNodes().stream()
                            .map(node -> node.getHtml() + node.getFailureSummary())
                            .toList())
            .toList();
  }
}
