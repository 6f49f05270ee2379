package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What this form was refused for, field by field, and the good news of the last action. */
@Named("errorSummary")
@RequestScoped
public class ErrorSummaryView {

  /**
   * One reason.
   *
   * @param target the id of the field to go to, empty for the form as a whole
   */
  public record Problem(String target, String sentence) {}

  @Inject private LanguageView language;

  public boolean isPresent() {
    return !getProblems().isEmpty();
  }

  public List<Problem> getProblems() {
    List<Problem> problems = new ArrayList<>();
    FacesContext page = FacesContext.getCurrentInstance();
    for (Iterator<String> ids = page.getClientIdsWithMessages(); ids.hasNext(); ) {
      String id = ids.next();
      page.getMessageList(id).stream()
          .filter(ErrorSummaryView::isProblem)
          .map(message -> new Problem(id == null ? "" : id, message.getSummary()))
          .forEach(problems::add);
    }
    return problems;
  }

  /** Sentences about the form as a whole that are not problems. */
  public List<String> getNews() {
    return FacesContext.getCurrentInstance().getMessageList(null).stream()
        .filter(message -> !isProblem(message))
        .map(FacesMessage::getSummary)
        .toList();
  }

  /** Put before a page's title, so that a reader of titles hears the problem first. */
  public String getTitlePrefix() {
    return isPresent() ? SharedWords.in(language.getLocale()).say("error.prefix") + " " : "";
  }

  private static boolean isProblem(FacesMessage message) {
    return message.getSeverity().compareTo(FacesMessage.SEVERITY_ERROR) >= 0;
  }
}
