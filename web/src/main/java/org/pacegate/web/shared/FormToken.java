package org.pacegate.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A word that only pages of this session know. It follows from the session's id, so that nothing
 * has to be kept, and the id does not follow from it.
 */
final class FormToken {

  static final String PARAMETER = "formToken";

  private FormToken() {}

  static String of(HttpSession session) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(session.getId()));
  }

  /** Whether a post comes from a page of its session. */
  static boolean isIn(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    String sent = request.getParameter(PARAMETER);
    return session != null
        && sent != null
        && MessageDigest.isEqual(bytes(of(session)), bytes(sent));
  }

  private static byte[] hash(String id) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes("a form of " + id));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
