package org.pacegate.web.questionnaire;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.omnifaces.util.Faces;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Response;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.questionnaire.AskQuestionnaire;
import org.pacegate.service.questionnaire.ChangeQuestionnaire;
import org.pacegate.service.questionnaire.QuestionnaireLibrary;
import org.pacegate.service.questionnaire.QuestionnaireView;
import org.pacegate.service.questionnaire.Questionnaires;
import org.pacegate.service.questionnaire.Trial;
import org.pacegate.service.questionnaire.TryQuestionnaire;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** One version of a questionnaire, item by item, with a sample patient's answers (R4.91, R4.92). */
@Named
@RequestScoped
public class QuestionnairePage {

  private static final String FEATURE = "questionnaire";

  @Inject private QuestionnaireLibrary library;
  @Inject private Questionnaires questionnaires;
  @Inject private Refusals refusals;
  @Inject private Translations words;
  @Inject private AudiencePanel audience;

  private final Map<String, String> typed = new HashMap<>();
  private final Map<String, Object[]> ticked = new HashMap<>();
  private String form;
  private String formVersion;
  private Long version;
  private String before = "";
  private QuestionnaireView view;
  private Trial trial;

  /** The form travels with every request; the page by itself shows the first one. */
  @PostConstruct
  void readAddress() {
    form = Objects.requireNonNullElse(Faces.getRequestParameter("form"), "complaint");
    formVersion = Objects.requireNonNullElse(Faces.getRequestParameter("version"), "1");
  }

  /** Reads the form before anything is drawn. */
  public QuestionnaireView getView() {
    if (view == null) {
      view = library.open(form, formVersion);
      audience.said(view.audience());
    }
    return view;
  }

  /** Every item in order, with the words to read and the hidden ones. */
  public List<Item> getItems() {
    return getView().questionnaire().all();
  }

  /** Shows what would be asked with the answers typed so far; nothing is kept. */
  public void tryOut() {
    trial = null;
    getTrial();
  }

  /** What the form does with the typed answers. */
  public Trial getTrial() {
    if (trial == null) {
      SampleAnswers sample = new SampleAnswers(getView().questionnaire());
      ticked.forEach((linkId, codes) -> typed.put(linkId, joined(codes)));
      Response after = sample.read(typed);
      trial =
          library.tryOut(
              new TryQuestionnaire(form, formVersion, sample.read(TypedSample.of(before)), after));
      before = TypedSample.text(typed);
    }
    return trial;
  }

  private static String joined(Object... codes) {
    StringBuilder joined = new StringBuilder();
    for (Object code : codes) {
      joined.append(joined.isEmpty() ? "" : " ").append(code);
    }
    return joined.toString();
  }

  /** Link ids of everything that applies, for the page's script. */
  public String getEnabled() {
    return String.join(" ", getTrial().enabled());
  }

  /** Whether an item applies with the typed answers. */
  public boolean applies(String linkId) {
    return getTrial().enabled().contains(linkId);
  }

  public void activate() {
    change(() -> questionnaires.activate(asked()), "activated");
  }

  /** It is asked of others from now on. */
  public void askOf() {
    change(() -> questionnaires.askOf(asked()), "asked");
  }

  private AskQuestionnaire asked() {
    ChangeQuestionnaire seen = seen();
    return new AskQuestionnaire(seen.questionnaireId(), seen.version(), audience.chosen());
  }

  public void retire() {
    change(() -> questionnaires.retire(seen()), "retired");
  }

  private ChangeQuestionnaire seen() {
    Long id = Objects.requireNonNullElse(getView().line().questionnaireId(), 0L);
    // A form without its version was not filled in on this page; no record has the version -1.
    return new ChangeQuestionnaire(id, Objects.requireNonNullElse(version, -1L));
  }

  private void change(Runnable verb, String news) {
    try {
      verb.run();
      refusals.news(words.say(FEATURE, news));
      Faces.redirect(
          Faces.getRequestContextPath() + "/clinic/questionnaire.xhtml?form=%s&version=%s",
          form,
          formVersion);
    } catch (DomainRefusal refused) {
      refusals.show(FEATURE, refused);
    }
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public Map<String, Object[]> getTicked() {
    return ticked;
  }

  public String getForm() {
    return form;
  }

  public String getFormVersion() {
    return formVersion;
  }

  public Long getVersion() {
    return version == null ? Long.valueOf(getView().line().version()) : version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }

  public String getBefore() {
    return before;
  }

  public void setBefore(String before) {
    this.before = Objects.requireNonNullElse(before, "");
  }
}
