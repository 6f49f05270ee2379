package org.pacegate.service.clinic;

import java.time.Duration;
import org.pacegate.domain.shared.DomainRefusal;

/** The typed password is not the caller's, or may not be tried yet. */
public class PasswordRefused extends DomainRefusal {

  private static final long serialVersionUID = 1L;

  private final Duration left;

  private PasswordRefused(String code, Duration left) {
    super(code, "of the caller");
    this.left = left;
  }

  static PasswordRefused wrong() {
    return new PasswordRefused("password.wrong", Duration.ZERO);
  }

  static PasswordRefused tooEarly(Duration left) {
    return new PasswordRefused("password.wait", left);
  }

  /** What is left of the wait; zero if the password was wrong. */
  public Duration left() {
    return left;
  }
}
