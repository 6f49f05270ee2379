package org.pacegate.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes a form of the desk or of a screening only from a page of the same session (R0.58), whatever
 * becomes of its view state and whether or not the sender says where it comes from. Otherwise the
 * page is shown afresh, and nothing of the post is done.
 */
@WebFilter({"/intake/*", "/screening/*"})
public class OwnFormsOnly extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!"POST".equals(request.getMethod()) || FormToken.isIn(request)) {
      chain.doFilter(request, response);
    } else if (request.getHeader("Faces-Request") != null) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } else {
      String query = request.getQueryString();
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getRequestURI() + (query == null ? "" : "?" + query));
    }
  }
}
