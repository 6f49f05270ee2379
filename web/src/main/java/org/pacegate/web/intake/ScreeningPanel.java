package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.screening.FiredRule;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.screening.RuleSet;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.questionnaire.ShippedForms;
import org.pacegate.service.screening.RuleSets;
import org.pacegate.web.questionnaire.FormWords;

/**
 * The red-flag questions of an intake by the groups of its form, and what the rules say so far.
 * Every question is on the page from the start; those that do not apply yet are not shown (R4.13).
 */
@Named
@RequestScoped
public class ScreeningPanel {

  private static final int SECONDS_A_QUESTION = 3;
  private static final String RULES = "rules";

  @Inject private IntakePage page;
  @Inject private RuleSets ruleSets;
  @Inject private ShippedForms forms;
  @Inject private FormWords words;

  private RuleSet shown;

  /** The groups of the form that hold questions, in order. */
  public List<Item> getSections() {
    return form().items().stream().filter(group -> !in(group).isEmpty()).toList();
  }

  /** What the page asks from; behind the region, the newest form of the rule set that it names. */
  private Questionnaire form() {
    return isBehind() ? forms.newest(shown().id()) : page.view().forms().screening();
  }

  /**
   * By which the page asks. A page that comes back was drawn by the rule set that it names, also
   * when another tab changed the region since: what was typed on it is not lost (R4.45).
   */
  private RuleSet shown() {
    if (shown == null) {
      shown = named(Faces.getRequestParameter(RULES)).orElseGet(() -> page.view().rules());
    }
    return shown;
  }

  private Optional<RuleSet> named(String rules) {
    int dash = rules == null || !Faces.isPostback() ? -1 : rules.lastIndexOf('-');
    return dash > 0 && rules.substring(dash + 1).matches("\\d{1,4}")
        ? ruleSets.find(rules.substring(0, dash), Integer.parseInt(rules.substring(dash + 1)))
        : Optional.empty();
  }

  /** Names the rule set that the page asks by. */
  public String getRules() {
    return name(shown());
  }

  /** Names the rule set of the region on record. */
  public String getRegionsRules() {
    return name(page.view().rules());
  }

  private static String name(RuleSet rules) {
    return rules.id() + "-" + rules.version();
  }

  /** Whether another tab changed the region, so that other questions apply. */
  public boolean isBehind() {
    return !getRules().equals(getRegionsRules());
  }

  /** All questions of a group, in the form's order. */
  public List<Question> in(Item group) {
    List<String> within = form().within(group).stream().map(Item::linkId).toList();
    return form().questions().stream()
        .map(Item::linkId)
        .filter(within::contains)
        .flatMap(linkId -> shown().question(linkId).stream())
        .toList();
  }

  /** Whether a question applies; a page that is behind the region hides nothing. */
  public boolean isShown(String linkId) {
    return isBehind()
        || page.view().questions().stream().anyMatch(each -> each.linkId().equals(linkId));
  }

  /** Whether a Yes alone can be dangerous. */
  public boolean isDanger(String linkId) {
    return shown().actsAlone(linkId);
  }

  /** The codes to tick, "none of these" and "not sure" among them, in the form's order. */
  public List<String> codes(Question question) {
    return List.copyOf(words.options(question.linkId()).keySet());
  }

  /** Link ids of the questions that apply now, for the page's script. */
  public String getAsked() {
    return page.view().questions().stream().map(Question::linkId).collect(Collectors.joining(" "));
  }

  public int getOpen() {
    return page.view().open().size();
  }

  /** Shown questions that have an answer. */
  public int getAnswered() {
    IntakeView view = page.view();
    return (int) view.questions().stream().filter(Question::required).count() - view.open().size();
  }

  public int getSecondsLeft() {
    return getOpen() * SECONDS_A_QUESTION;
  }

  /** The fired rules, most urgent first. */
  public List<FiredRule> getFired() {
    return page.view().soFar().fired();
  }

  /** Whether a danger was found in an answer that the present region does not ask for. */
  public boolean isEarlier(FiredRule fired) {
    return page.view().rules().rule(fired.ruleId()).isEmpty();
  }

  /** The most urgent finding so far, or null. */
  public Urgency getWorst() {
    return page.view().soFar().maxUrgency().orElse(null);
  }

  /** Whether the questions may be stopped here, and what is known recorded at once. */
  public boolean isStoppable() {
    return getWorst() != null && getWorst().isAtLeast(Urgency.U1_SAME_DAY);
  }
}
