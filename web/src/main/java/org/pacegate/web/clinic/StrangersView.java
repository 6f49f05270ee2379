package org.pacegate.web.clinic;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.util.HashMap;
import java.util.Map;

/**
 * A view that keeps nothing in the session of somebody who is not signed in: strangers have none
 * (R11.50). What the libraries put into a view's map, such as the nonce of its scripts, lasts for
 * the request then; the sign-in page and the error pages need no longer.
 */
public class StrangersView extends UIViewRoot {

  private static final String NAME = StrangersView.class.getName();

  /** Asked before the page is read, which says the same of the sign-in page. */
  @Override
  public boolean isTransient() {
    return super.isTransient() || isForStranger(FacesContext.getCurrentInstance());
  }

  @Override
  public Map<String, Object> getViewMap() {
    return getViewMap(true);
  }

  @Override
  public Map<String, Object> getViewMap(boolean create) {
    FacesContext page = FacesContext.getCurrentInstance();
    return isForStranger(page) ? ofTheRequest(page) : super.getViewMap(create);
  }

  private static boolean isForStranger(FacesContext page) {
    return page != null && page.getExternalContext().getUserPrincipal() == null;
  }

  @SuppressWarnings("unchecked") // put here and nowhere else
  private static Map<String, Object> ofTheRequest(FacesContext page) {
    return (Map<String, Object>)
        page.getExternalContext()
            .getRequestMap()
            .computeIfAbsent(NAME, none -> new HashMap<String, Object>());
  }
}
