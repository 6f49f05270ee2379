package org.pacegate.web.screening;

import jakarta.faces.application.FacesMessage;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.pacegate.domain.shared.DomainRefusal;

/** Says on the page what came of an action. */
record ScreeningMessages(ScreeningWords words) {

  /** Good news on the page that follows. */
  void news(String key) {
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_INFO, words.say(key), null));
    Faces.getFlash().setKeepMessages(true);
  }

  void refusal(DomainRefusal refusal) {
    String sentence = words.say("refusal." + refusal.code(), words.say("refusal"));
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
    Faces.validationFailed();
  }
}
