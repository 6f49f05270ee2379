package org.pacegate.web.clinic;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

/** What a request is for, as far as signing in is concerned. */
enum OpenPage {
  /** Stylesheets, scripts and pictures: the same for everybody. */
  ASSET,
  /** The sign-in page. */
  SIGN_IN,
  /** The page on which a person chooses a password. */
  PASSWORD,
  /** What runners open by a link; whoever is signed in at the same browser has no part in it. */
  DOOR,
  /** A tablet of the clinic that runners answer on; nobody is signed in there. */
  KIOSK,
  /** What the container shows in place of a page that failed. */
  ERROR,
  /** Everything else, whether it exists or not. */
  NONE;

  /** Where runners get in. */
  static final String LINK = "/link";

  private static final String TABLET = "/kiosk";

  private static final String ASSETS = "/jakarta.faces.resource/";

  /** Compares the decoded path that the container dispatches by, not the characters of the URL. */
  static OpenPage of(HttpServletRequest request) {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      return ERROR;
    }
    String info = request.getPathInfo();
    String path = request.getServletPath() + (info == null ? "" : info);
    if (path.equals(SignInPage.PATH)) {
      return SIGN_IN;
    }
    if (path.equals(AccountPage.PATH)) {
      return PASSWORD;
    }
    if (path.equals(LINK) || path.startsWith(LINK + "/")) {
      return DOOR;
    }
    if (path.equals(TABLET) || path.startsWith(TABLET + "/")) {
      return KIOSK;
    }
    return path.startsWith(ASSETS) && !path.contains("/../") ? ASSET : NONE;
  }

  /** Whether it does not matter who is signed in. */
  boolean isForAnybody() {
    return this == ASSET || this == DOOR || this == KIOSK;
  }

  boolean isOpenToNobody() {
    return this == SIGN_IN || this == ERROR;
  }

  boolean isOpenBeforeOwnPassword() {
    return this == PASSWORD || this == ERROR;
  }
}
