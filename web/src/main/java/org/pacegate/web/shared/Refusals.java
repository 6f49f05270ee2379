package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnifaces.util.Components;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.clinic.PasswordRefused;

/** Says at the field, else above the form, why something was refused; and says what went well. */
@RequestScoped
public class Refusals {

  @Inject private Translations words;

  /**
   * The sentence {@code refusal.<code>}, else {@code refusal.<problem>}, of the feature, else of
   * the shared words, at the field that is named like the refused value.
   */
  public void show(String feature, DomainRefusal refusal) {
    if (refusal instanceof PasswordRefused password) {
      at(
          "password",
          words.say(
              feature, "refusal." + refusal.code(), Math.max(1, password.left().toSeconds())));
      return;
    }
    boolean value = refusal instanceof InvalidValue;
    String problem = value ? ((InvalidValue) refusal).problem() : "other";
    at(
        value ? ((InvalidValue) refusal).field() : null,
        Stream.of(refusal.code(), problem, "other")
            .map(each -> "refusal." + each)
            .flatMap(key -> sentence(feature, key).or(() -> sentence("shared", key)).stream())
            .findFirst()
            .orElseThrow());
  }

  private Optional<String> sentence(String feature, String key) {
    return words.knows(feature, key) ? Optional.of(words.say(feature, key)) : Optional.empty();
  }

  /** A problem of one field of the form that was sent. */
  public void at(String field, String sentence) {
    UIComponent found = field == null ? null : find(field.replace('.', '_'));
    Messages.add(
        found == null ? null : found.getClientId(),
        new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    Faces.validationFailed();
  }

  /** Beside the pressed button first, which a list may repeat. */
  private static UIComponent find(String field) {
    UIComponent pressed = UIComponent.getCurrentComponent(Faces.getContext());
    return Stream.of(Optional.ofNullable(pressed), Optional.ofNullable(Components.getCurrentForm()))
        .flatMap(Optional::stream)
        .flatMap(near -> Stream.ofNullable(near.findComponent(field)))
        .findFirst()
        .orElse(null);
  }

  /** A problem of the form as a whole, by its key. */
  public void problem(String feature, String key, Object... facts) {
    at(null, words.say(feature, key, facts));
  }

  /** Good news, shown on the page that follows. */
  public void news(String sentence) {
    KeptNews.keep(sentence);
  }

  /** Good news on this page. */
  public void newsHere(String sentence) {
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, sentence));
  }

  /** Good news, by its key, on the page that the person is sent to now. */
  public void newsThere(String feature, String key, String address) {
    news(words.say(feature, key));
    Faces.redirect(address);
  }

  /** Draws parts of the current form anew in this partial answer. */
  public static void redraw(String form, List<String> parts) {
    if (Faces.isAjaxRequest()) {
      parts.forEach(
          part -> Faces.getContext().getPartialViewContext().getRenderIds().add(form + ":" + part));
    }
  }
}
