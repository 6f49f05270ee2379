package org.pacegate.web.questionnaire;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Text;
import org.pacegate.service.intake.AskedForms;
import org.pacegate.service.questionnaire.OwnForm;
import org.pacegate.service.questionnaire.ShippedForms;
import org.pacegate.web.shared.LanguageView;

/**
 * The words of what is asked, which stand in the forms and nowhere else (R4.96): those of the forms
 * that the page's intake is pinned to, and of the newest forms wherever there is none.
 */
@Named
@RequestScoped
public class FormWords {

  @Inject private ShippedForms shipped;
  @Inject private LanguageView language;

  private AskedForms asked;
  private List<OwnForm> own = List.of();

  /** The page shows an intake that is asked from these versions. */
  public void pin(AskedForms forms) {
    asked = forms;
  }

  /** The page shows answers to these forms of the clinic's own. */
  public void pin(List<OwnForm> forms) {
    own = List.copyOf(forms);
  }

  /** What a link id asks; of the clinic's own forms, what an entry's name asks. */
  public Optional<Item> item(String linkId) {
    return Optional.ofNullable(asked)
        .flatMap(forms -> forms.item(linkId))
        .or(() -> own.stream().flatMap(form -> form.item(linkId).stream()).findFirst())
        .or(() -> shipped.item(linkId));
  }

  /** In the reader's language. */
  public String of(Text text) {
    return text.in(Language.valueOf(language.getTag()));
  }

  /** The question; empty if no form asks it. */
  public Optional<String> question(String linkId) {
    return item(linkId).map(Item::text).map(this::of);
  }

  /** What helps to answer: the words that stand in the question. */
  public Optional<String> help(String linkId) {
    return item(linkId)
        .flatMap(item -> item.items().stream().filter(each -> OwnWords.isHelp(each)).findFirst())
        .map(Item::text)
        .map(this::of);
  }

  /** The words of the options by their codes, in order; empty if no form asks it. */
  public Map<String, String> options(String linkId) {
    Map<String, String> options = new LinkedHashMap<>();
    item(linkId)
        .map(Item::options)
        .ifPresent(all -> all.forEach(option -> options.put(option.code(), of(option.text()))));
    return options;
  }

  /** An option's words. */
  public Optional<String> option(String linkId, String code) {
    return item(linkId).flatMap(item -> item.option(code)).map(Option::text).map(this::of);
  }
}
