package org.pacegate.web.shared;

import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a page answers when its address names no record of the clinic. */
public final class MissingRecord {

  private MissingRecord() {}

  /** Sends the page that says so, in place of the one that was asked for. */
  public static void answer() {
    FacesContext page = FacesContext.getCurrentInstance();
    try {
      page.getExternalContext().responseSendError(404, "");
      page.responseComplete();
    } catch (IOException unsent) {
      throw new UncheckedIOException(unsent);
    }
  }
}
