package org.pacegate.testing;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds wrong with a page for people who see, hear or move otherwise. */
public final class Axe {

  private Axe() {}

  /**
   * Each finding: the rule, and the elements that break it. No page here has frames, so axe runs in
   * the page itself and need not open a blank one to put the frames' results together, which costs
   * three times as much.
   */
  public static List<String> findings(Page page) {
    return new AxeBuilder(page)
        .setLegacyMode(true).options(violationsOnly()).analyze().getViolations().stream()
            .map(
                rule ->
                    rule.getId()
                        + " "
                        + rule.getNodes().stream()
                            .map(node -> node.getHtml() + node.getFailureSummary())
                            .toList())
            .toList();
  }

  private static AxeRunOptions violationsOnly() {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }
}
