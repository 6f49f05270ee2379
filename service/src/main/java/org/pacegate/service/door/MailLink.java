package org.pacegate.service.door;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.pacegate.service.message.Letter;

/**
 * Sends a link by e-mail.
 *
 * @param letter with the link's address in it
 */
public record MailLink(long linkId, @NotNull String address, @NotNull @Valid Letter letter) {

  @Override
  public String toString() {
    return "MailLink[" + linkId + "]";
  }
}
