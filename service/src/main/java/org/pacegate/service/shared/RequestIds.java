package org.pacegate.service.shared;

import java.util.Optional;

/** The id of the request that this thread answers, for the audit and the log. */
public final class RequestIds {

  private static final String IN_THE_LOG = "requestId";
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private RequestIds() {}

  /** The id, or none outside a request. */
  public static Optional<String> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** The request begins. */
  public static void begin(String requestId) {
    CURRENT.set(requestId);
    LogContext.add(IN_THE_LOG, requestId);
  }

  /** The request is answered. */
  public static void end() {
    CURRENT.remove();
    LogContext.remove(IN_THE_LOG);
  }
}
