package org.pacegate.web.shared;

import java.util.Locale;

/** The places of the left rail, in its order, and who may use each. */
public enum WorkPlace {
  WORKLIST,
  INTAKE,
  DIAGNOSIS,
  PLAN,
  PATIENT,
  CLINIC;

  /** The key of its name in the shared words, after {@code rail.}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its first page, below the context path. */
  public String page() {
    return folder() + (this == DIAGNOSIS ? "inbox.xhtml" : "index.xhtml");
  }

  /** The key that leads there, empty for none. */
  String shortcut() {
    return switch (this) {
      case INTAKE -> "F2";
      case PATIENT -> "/";
      default -> "";
    };
  }

  boolean isOpenTo(SignedInView person) {
    return switch (this) {
      case WORKLIST, INTAKE, PATIENT ->
          person.isStaff() || person.isTherapist() || person.isPhysician();
      case DIAGNOSIS, PLAN -> person.isTherapist() || person.isPhysician();
      case CLINIC -> person.isAdmin();
    };
  }

  boolean contains(String viewId) {
    return viewId.startsWith(folder());
  }

  private String folder() {
    return "/" + key() + "/";
  }
}
