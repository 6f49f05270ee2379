package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Who works on this page, in which clinic and in which roles. */
@Named("signedIn")
@RequestScoped
public class SignedInView {

  @Inject private HttpServletRequest request;

  public boolean isKnown() {
    return request.getUserPrincipal() != null;
  }

  public String getDisplayName() {
    return Optional.ofNullable(request.getUserPrincipal()).map(Principal::getName).orElse("");
  }

  public String getClinicName() {
    return "";
  }

  public ZoneId getZoneId() {
    return ZoneOffset.UTC;
  }

  public boolean isDemonstration() {
    return false;
  }

  public boolean isStaff() {
    return request.isUserInRole("STAFF");
  }

  public boolean isTherapist() {
    return request.isUserInRole("THERAPIST");
  }

  public boolean isPhysician() {
    return request.isUserInRole("PHYSICIAN");
  }

  public boolean isEditor() {
    return request.isUserInRole("EDITOR");
  }

  public boolean isReviewer() {
    return request.isUserInRole("REVIEWER");
  }

  public boolean isAdmin() {
    return request.isUserInRole("ADMIN");
  }

  /** Seconds without a request after which the session ends; 0 when there is none. */
  public int getIdleSeconds() {
    HttpSession session = request.getSession(false);
    return isKnown() && session != null ? session.getMaxInactiveInterval() : 0;
  }

  /** Stays signed in: the request itself starts the idle time anew. */
  public void stay() {
    request.getSession();
  }
}
