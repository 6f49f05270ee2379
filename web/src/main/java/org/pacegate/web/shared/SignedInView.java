package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.pacegate.service.clinic.SignedIn;
import org.pacegate.service.demonstration.DemonstrationStart;

/** Who works on this page, in which clinic and in which roles. */
@Named("signedIn")
@RequestScoped
public class SignedInView {

  @Inject private HttpServletRequest request;
  @Inject private DemonstrationStart demonstration;

  public boolean isKnown() {
    return person().isPresent();
  }

  /** The account as it stood at the beginning of this request. */
  private Optional<SignedIn> person() {
    return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.class.getName()));
  }

  public String getDisplayName() {
    return person().map(each -> each.givenName() + " " + each.familyName()).orElse("");
  }

  /** The name to sign in with. */
  public String getLogin() {
    return person().map(SignedIn::login).orElse("");
  }

  public String getClinicName() {
    return person().map(SignedIn::clinicName).orElse("");
  }

  public ZoneId getZoneId() {
    return person().map(SignedIn::timeZone).orElse(ZoneOffset.UTC);
  }

  /** Whether what is shown is made up; before the sign-in, whether anything behind it is. */
  public boolean isDemonstration() {
    return person().map(SignedIn::demonstration).orElseGet(demonstration::isLoaded);
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
