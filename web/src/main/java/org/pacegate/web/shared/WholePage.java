package org.pacegate.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Holds a page back until it is whole, so that a failure near its end shows the error page and not
 * half of this one.
 */
public class WholePage extends HttpFilter {

  private static final int LARGEST_PAGE = 256 * 1024;
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setBufferSize(LARGEST_PAGE);
    chain.doFilter(request, response);
  }
}
