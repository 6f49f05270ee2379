package org.pacegate.web.clinic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends a browser to another page, however it asked. */
final class Redirect {

  private static final String PARTIAL =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<partial-response><redirect url=\"%s\"></redirect></partial-response>";

  private Redirect() {}

  static void to(String address, HttpServletRequest request, HttpServletResponse response) {
    try {
      if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
        response.setContentType("text/xml");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(PARTIAL.formatted(escaped(address)));
        response.flushBuffer();
      } else {
        response.setHeader("Location", response.encodeRedirectURL(address));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.flushBuffer();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escaped(String address) {
    return address
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
