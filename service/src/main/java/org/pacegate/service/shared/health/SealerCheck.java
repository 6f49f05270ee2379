package org.pacegate.service.shared.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** R12.5: audit events are sealed soon after they are written. */
@Readiness
@ApplicationScoped
public class SealerCheck implements HealthCheck {

  static final Duration AT_MOST = Duration.ofMinutes(15);

  private DatabaseProbe database;

  /** For the container, which makes a proxy of it. */
  protected SealerCheck() {}

  @Inject
  SealerCheck(DatabaseProbe database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("audit sealer");
    var waiting = database.unsealed();
    if (waiting.isEmpty()) {
      return response.down().withData("reason", "cannot be asked").build();
    }
    return response
        .status(waiting.get().compareTo(AT_MOST) <= 0)
        .withData("oldest event waits, s", waiting.get().toSeconds())
        .build();
  }
}
