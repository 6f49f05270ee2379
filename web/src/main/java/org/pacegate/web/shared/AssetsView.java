package org.pacegate.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;

/** Names the look and script of this start, so that browsers never show those of an older one. */
@Named("assets")
@ApplicationScoped
public class AssetsView {

  private final String version = Long.toString(Instant.now().getEpochSecond(), Character.MAX_RADIX);

  public String getVersion() {
    return version;
  }
}
