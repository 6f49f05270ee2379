package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacegate.web.questionnaire.FormWords;
import org.pacegate.web.shared.ClinicTime;
import org.pacegate.web.shared.LanguageView;

/** A kept answer in words: Yes, a date as the clinic writes it, the names of what was chosen. */
@Named
@RequestScoped
public class AnswerWords {

  @Inject private LanguageView language;
  @Inject private ClinicTime time;
  @Inject private FormWords forms;

  /**
   * One answer in words.
   *
   * @param linkId the question
   * @param kept the answer as it is kept
   */
  public String of(String linkId, String kept) {
    ScreeningWords words = ScreeningWords.in(language.getLocale());
    if (words.words().containsKey("answer." + kept)) {
      return words.say("answer." + kept);
    }
    String chosen =
        Arrays.stream(kept.split(","))
            .filter(code -> !code.isBlank())
            .map(code -> forms.option(linkId, code).orElse(code))
            .collect(Collectors.joining(", "));
    return chosen.isEmpty() ? words.say("answer.NONE") : date(chosen);
  }

  /** An answer as a rule used it: what was not known may have counted as dangerous. */
  public String used(String linkId, String kept) {
    return "UNSURE".equals(kept)
        ? ScreeningWords.in(language.getLocale()).say("answer.UNSURE.assumed")
        : of(linkId, kept);
  }

  /** A question, or the fact in its place; a rule's id stands for the rule. */
  public String question(String linkId) {
    ScreeningWords words = ScreeningWords.in(language.getLocale());
    return forms
        .question(linkId)
        .orElseGet(() -> words.say("question." + linkId, words.say("rule." + linkId, linkId)));
  }

  /** What helps to answer a question, or null. */
  public String hint(String linkId) {
    return forms.help(linkId).orElse(null);
  }

  /** The words of a question's choices by code, with "none of these" and "not sure". */
  public Map<String, String> choices(String linkId) {
    ScreeningWords words = ScreeningWords.in(language.getLocale());
    Map<String, String> choices = forms.options(linkId);
    choices.putIfAbsent("NONE", words.say("answer.NONE"));
    choices.putIfAbsent("UNSURE", words.say("answer.UNSURE"));
    return choices;
  }

  private String date(String text) {
    try {
      return time.date(LocalDate.parse(text));
    } catch (DateTimeException notADate) {
      return text;
    }
  }
}
