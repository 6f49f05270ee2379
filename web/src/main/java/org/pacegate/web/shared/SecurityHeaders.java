package org.pacegate.web.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * Sends the security headers with every answer. The content security policy is that of PrimeFaces
 * ({@code primefaces.CSP_POLICY}): set here for every answer, replaced (not joined) by PrimeFaces'
 * own header with the nonce on a page, so that there is always exactly one.
 */
public class SecurityHeaders extends HttpFilter {

  static final String POLICY = "Content-Security-Policy";
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    send(request, response);
    chain.doFilter(request, new Guarded(response));
  }

  /** Sends them with an answer that is given before the filters are asked. */
  public static void send(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(
        POLICY, request.getServletContext().getInitParameter("primefaces.CSP_POLICY"));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader(
        "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (!isAsset(request)) {
      response.setHeader("Cache-Control", "no-store");
    }
  }

  private static boolean isAsset(HttpServletRequest request) {
    return request
        .getRequestURI()
        .startsWith(request.getContextPath() + "/jakarta.faces.resource/");
  }

  /**
   * Replaces the policy where a later one would be added: two would both apply. Makes every cookie
   * Secure, those of the libraries included, also where the proxy's word about TLS is missing.
   */
  private static final class Guarded extends HttpServletResponseWrapper {

    Guarded(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addCookie(Cookie cookie) {
      cookie.setSecure(true);
      super.addCookie(cookie);
    }

    @Override
    public void addHeader(String name, String value) {
      if (POLICY.equalsIgnoreCase(name)) {
        setHeader(name, value);
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
