package org.pacegate.web.shared;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/**
 * The key of one sending of one form. It is made when the form is first shown and comes back with
 * it, so that a double click, a retry and the back button carry the same key.
 */
@Named
@RequestScoped
public class SubmissionKey {

  static final String PARAMETER = "submissionKey";

  @Inject private HttpServletRequest request;
  private UUID value;

  @PostConstruct
  void takeOrMake() {
    value = of(request.getParameter(PARAMETER));
  }

  public UUID getValue() {
    return value;
  }

  /** A key that is not one of ours is replaced, not refused: it protects nobody but its sender. */
  static UUID of(String sent) {
    try {
      return sent == null ? UUID.randomUUID() : UUID.fromString(sent);
    } catch (IllegalArgumentException notAKey) {
      return UUID.randomUUID();
    }
  }
}
