package org.pacegate.service.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What a message says, in the language of whom it is for. */
public record Letter(
    @NotBlank @Size(max = 200) String subject, @NotBlank @Size(max = 10_000) String text) {

  @Override
  public String toString() {
    return "Letter[…]";
  }
}
