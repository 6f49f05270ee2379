package org.pacegate.web.clinic;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.omnifaces.util.Components;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.web.shared.LanguageView;

/** Says this feature's sentences to the person, in their language. */
record ClinicWords(Locale locale, ResourceBundle words) {

  static ClinicWords in(LanguageView language) {
    return new ClinicWords(
        language.getLocale(),
        ResourceBundle.getBundle("org.pacegate.web.clinic.words", language.getLocale()));
  }

  /** A sentence; only one with facts is a message format, in which an apostrophe is doubled. */
  private String say(String key, Object... facts) {
    String sentence = words.getString(key);
    return facts.length == 0 ? sentence : new MessageFormat(sentence, locale).format(facts);
  }

  /** Good news on this page. */
  void news(String key) {
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_INFO, say(key), null));
  }

  /** Good news on the page that the person is sent to now. */
  void newsThere(String key, String address) {
    news(key);
    Faces.getFlash().setKeepMessages(true);
    Faces.redirect(address);
  }

  void problem(String key, Object... facts) {
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, say(key, facts), null));
    Faces.validationFailed();
  }

  /** A refusal, at the field that is named like the refused value if the page has one. */
  void refusal(DomainRefusal refusal, Object... facts) {
    UIComponent field =
        refusal instanceof InvalidValue value
            ? Components.getCurrentForm().findComponent(value.field())
            : null;
    FacesMessage message =
        new FacesMessage(
            FacesMessage.SEVERITY_ERROR, say("refusal." + refusal.code(), facts), null);
    Messages.add(field == null ? null : field.getClientId(), message);
    Faces.validationFailed();
  }
}
