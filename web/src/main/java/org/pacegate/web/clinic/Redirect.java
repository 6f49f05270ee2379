package org.pacegate.web.clinic;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.pacegate.web.shared.RequestId;
import org.pacegate.web.shared.SecurityHeaders;

/**
 * Sends a browser to another page, however it asked. The container asks who makes a request before
 * it asks the filters, so the headers of every answer are sent here too.
 */
final class Redirect {

  private static final String PARTIAL =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<partial-response><redirect url=\"%s\"></redirect></partial-response>";

  private Redirect() {}

  static void to(String address, HttpServletRequest request, HttpServletResponse response) {
    RequestId.send(request, response);
    SecurityHeaders.send(request, response);
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
