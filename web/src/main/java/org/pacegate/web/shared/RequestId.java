package org.pacegate.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.pacegate.service.shared.RequestIds;

/** Gives every request a number that the error page shows and the log can carry. */
public class RequestId extends HttpFilter {

  /** The request attribute that holds the number. */
  public static final String ATTRIBUTE = "requestId";

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(ATTRIBUTE) == null) {
      request.setAttribute(ATTRIBUTE, UUID.randomUUID().toString());
    }
    response.setHeader("X-Request-Id", request.getAttribute(ATTRIBUTE).toString());
    RequestIds.begin(request.getAttribute(ATTRIBUTE).toString());
    try {
      chain.doFilter(request, response);
    } finally {
      RequestIds.end();
    }
  }
}
