package org.pacegate.web.clinic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * From a page that could not be answered back to the one that it was sent from, its record included
 * (R11.53). What the form says of its page is checked as an address to go on at is.
 */
@Named
@RequestScoped
public class WayBack {

  @Inject private HttpServletRequest request;

  public String getAddress() {
    return ReturnPath.backTo(request).in(request.getContextPath());
  }
}
