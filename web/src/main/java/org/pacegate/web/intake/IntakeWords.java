package org.pacegate.web.intake;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.omnifaces.util.Components;
import org.omnifaces.util.Messages;

/** Says this feature's sentences in one language. */
record IntakeWords(Locale locale, ResourceBundle words) {

  static IntakeWords in(Locale locale) {
    return new IntakeWords(
        locale, ResourceBundle.getBundle("org.pacegate.web.intake.words", locale));
  }

  /** A sentence; only one with facts is a message format, in which an apostrophe is doubled. */
  String say(String key, Object... facts) {
    String sentence = words.getString(key);
    return facts.length == 0 ? sentence : new MessageFormat(sentence, locale).format(facts);
  }

  /** The first of these sentences that there is. */
  String sayFirst(String... keys) {
    for (String key : keys) {
      if (words.containsKey(key)) {
        return words.getString(key);
      }
    }
    throw new IllegalStateException("no words for " + String.join(", ", keys));
  }

  /** Shows a problem at a field and in the summary. */
  static void problem(String target, String sentence) {
    Messages.add(target, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    if (target != null && Components.findComponent(target) instanceof UIInput input) {
      input.setValid(false);
    }
  }
}
