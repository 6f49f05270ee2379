package org.pacegate.web.screening;

import org.omnifaces.util.Faces;

/** Where a screening is found: {@code /screening/screening.xhtml?id=…}. */
final class ScreeningAddress {

  private ScreeningAddress() {}

  static Long idInRequest() {
    String id = Faces.getRequestParameter("id");
    return id != null && id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
  }

  static void go(long id) {
    Faces.redirect(Faces.getRequestContextPath() + "/screening/screening.xhtml?id=" + id);
  }
}
