package org.pacegate.web.shared;

/** A number in the rail. A feature that has waiting work offers one as a bean. */
public interface RailCount {

  WorkPlace place();

  /** How many wait for the signed-in person. */
  long waiting();

  /** Whether one of them must not wait. */
  boolean danger();
}
