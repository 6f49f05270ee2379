package org.pacegate.web.screening;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import java.text.MessageFormat;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.clinic.PasswordRefused;

/** Says on the page what came of an action. */
record ScreeningMessages(ScreeningWords words) {

  /** Good news on the page that follows. */
  void news(String key) {
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_INFO, words.say(key), null));
    Faces.getFlash().setKeepMessages(true);
  }

  /** Says no, at the field beside the pressed button that is named like the refused value. */
  void refusal(DomainRefusal refusal) {
    String sentence = words.say("refusal." + refusal.code(), words.say("refusal"));
    if (refusal instanceof PasswordRefused password) {
      sentence = MessageFormat.format(sentence, Math.max(1, password.left().toSeconds()));
    }
    String name = fieldOf(refusal);
    UIComponent field =
        name == null
            ? null
            : UIComponent.getCurrentComponent(Faces.getContext()).findComponent(name);
    Messages.add(
        field == null ? null : field.getClientId(),
        new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    Faces.validationFailed();
  }

  private static String fieldOf(DomainRefusal refusal) {
    if (refusal instanceof PasswordRefused) {
      return "password";
    }
    return refusal instanceof InvalidValue value ? value.field() : null;
  }
}
