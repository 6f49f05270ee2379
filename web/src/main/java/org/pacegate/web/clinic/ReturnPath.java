package org.pacegate.web.clinic;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a person goes on after signing in: a page of this application, whatever the address says
 * (R3.5).
 *
 * @param path below the context path, with its query; {@code /} for the home page
 */
record ReturnPath(String path) {

  /** Name of the request parameter. */
  static final String PARAMETER = "to";

  private static final ReturnPath HOME = new ReturnPath("/");
  private static final int LONGEST = 500;
  private static final String PAGE = ".xhtml";

  /** The path that a request for the sign-in page carries. */
  static ReturnPath in(HttpServletRequest request) {
    return of(request.getParameter(PARAMETER));
  }

  /** The page that a request was made from or for. */
  static ReturnPath backTo(HttpServletRequest request) {
    String page = PageAddressInForms.addressIn(request);
    String context = request.getContextPath();
    return of(page.startsWith(context) ? page.substring(context.length()) : page);
  }

  /** A path that somebody typed; home unless it names a page of this application. */
  static ReturnPath of(String typed) {
    return typed != null && typed.length() <= LONGEST && isAPage(typed)
        ? new ReturnPath(typed)
        : HOME;
  }

  private static boolean isAPage(String typed) {
    if (!typed.startsWith("/") || typed.startsWith("//") || typed.indexOf('\\') >= 0) {
      return false;
    }
    try {
      URI uri = new URI(typed);
      return uri.getRawAuthority() == null
          && uri.getScheme() == null
          && uri.normalize().getPath().endsWith(PAGE)
          && !uri.normalize().getPath().equals(SignInPage.PATH);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The address in this installation, to redirect to. */
  String in(String contextPath) {
    return contextPath + path;
  }

  /** A page's address that carries this path. */
  String carriedBy(String address) {
    return equals(HOME)
        ? address
        : address + "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
