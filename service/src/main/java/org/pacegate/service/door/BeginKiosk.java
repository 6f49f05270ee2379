package org.pacegate.service.door;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * The browser in front of the caller becomes a kiosk.
 *
 * @param name what the desk calls the tablet
 * @param pin that ends it on the tablet
 * @param password the caller's own
 * @param key key of the form
 */
public record BeginKiosk(String name, String pin, String password, @NotNull UUID key) {

  @Override
  public String toString() {
    return "BeginKiosk[…]";
  }
}
