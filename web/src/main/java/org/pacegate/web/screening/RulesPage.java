package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.pacegate.domain.screening.Rule;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.screening.RuleBook;
import org.pacegate.service.screening.RuleBrowser;
import org.pacegate.service.screening.RuleTally;

/** Every rule of one rule set, as the address asks for it (R1.70 to R1.72). */
@Named
@RequestScoped
public class RulesPage {

  @Inject private RuleBrowser browser;

  private final String asked = Faces.getRequestParameter("set");
  private final String urgencyAsked = Faces.getRequestParameter("urgency");
  private final boolean whole = "1".equals(Faces.getRequestParameter("whole"));
  private RuleBook book;

  private RuleBook book() {
    if (book == null) {
      book = browser.book();
    }
    return book;
  }

  public List<RuleSet> getSets() {
    return book().ruleSets();
  }

  /** The rule set asked for, else the first. */
  public RuleSet getChosen() {
    return getSets().stream()
        .filter(each -> each.id().equals(asked))
        .findFirst()
        .orElseGet(() -> getSets().get(0));
  }

  /** The urgency asked for, or null for all. */
  public Urgency getUrgency() {
    return Arrays.stream(Urgency.values())
        .filter(each -> each.name().equals(urgencyAsked))
        .findFirst()
        .orElse(null);
  }

  public Urgency[] getUrgencies() {
    return Urgency.values();
  }

  /** The rules of the chosen set and urgency, most urgent first, else in the order of the file. */
  public List<Rule> getRules() {
    return getChosen().rules().stream()
        .filter(rule -> getUrgency() == null || rule.urgency() == getUrgency())
        .sorted((one, other) -> one.urgency().compareTo(other.urgency()))
        .toList();
  }

  /** Whether every rule is shown with all that there is to it, as on paper. */
  public boolean isWhole() {
    return whole;
  }

  /** What became of a rule; null when it never fired. */
  public RuleTally tally(Rule rule) {
    return book().tallies().stream()
        .filter(each -> each.ruleSet().equals(getChosen().id()))
        .filter(each -> each.ruleId().equals(rule.id()))
        .findFirst()
        .orElse(null);
  }

  /** The clinic's number of the thresholds in force, or null as shipped. */
  public Integer getThresholds() {
    return Optional.of(getChosen())
        .flatMap(RuleSet::thresholds)
        .map(book().numbers()::get)
        .orElse(null);
  }
}
