package org.pacegate.service.door;

import java.time.Instant;

/**
 * A kiosk just begun.
 *
 * @param key what its browser shows from now on; nobody can read it again
 */
public record BegunKiosk(long kioskId, String key, Instant begunAt, Instant endsAt) {

  @Override
  public String toString() {
    return "BegunKiosk[" + kioskId + "]";
  }
}
