package org.pacegate.web.clinic;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a person goes on after signing in: a page of this application, whatever the address says
 * (R11.45).
 *
 * @param path below the context path, with its query; {@code /} for the home page
 */
record ReturnPath(String path) {

  /** Name of the request parameter. */
  static final String PARAMETER = "to";

  private static final ReturnPath HOME = new ReturnPath("/");
  private static final int LONGEST = 500;

  /**
   * Plain names, one slash before each; nothing that a browser or a server would read otherwise.
   */
  private static final Pattern PAGE =
      Pattern.compile("((?:/[A-Za-z0-9_-]+)+\\.xhtml)(?:\\?[A-Za-z0-9_.~:@!$'()*+,;=&%/?-]*)?");

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
    if (typed == null || typed.length() > LONGEST) {
      return HOME;
    }
    Matcher page = PAGE.matcher(typed);
    return page.matches() && !page.group(1).equals(SignInPage.PATH) ? new ReturnPath(typed) : HOME;
  }

  /** The address in this installation, to redirect to. */
  String in(String contextPath) {
    return contextPath + path;
  }

  /** A page's address, without a query so far, that carries this path. */
  String carriedBy(String address) {
    return equals(HOME)
        ? address
        : address + "?" + PARAMETER + "=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
  }
}
