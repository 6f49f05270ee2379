package org.pacegate.web.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;

/** Names the look and script of this start, so that browsers never show those of an older one. */
@Named("assets")
@ApplicationScoped
public class AssetsView {

  private String version;

  protected AssetsView() {}

  @Inject
  AssetsView(Clock clock) {
    version = Long.toString(clock.instant().getEpochSecond(), Character.MAX_RADIX);
  }

  public String getVersion() {
    return version;
  }
}
