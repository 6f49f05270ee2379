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
    RequestIds.begin(send(request, response));
    try {
      chain.doFilter(request, response);
    } finally {
      RequestIds.end();
    }
  }

  /** Sends the number with an answer, also with one that is given before the filters are asked. */
  public static String send(HttpServletRequest request, HttpServletResponse response) {
    if (request.getAttribute(ATTRIBUTE) == null) {
      request.setAttribute(ATTRIBUTE, UUID.randomUUID().toString());
    }
    String number = request.getAttribute(ATTRIBUTE).toString();
    response.setHeader("X-Request-Id", number);
    return number;
  }
}
