package org.pacegate.service.shared.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** R12.1: the database answers and takes writes. */
@Readiness
@ApplicationScoped
public class DatabaseCheck implements HealthCheck {

  private DatabaseProbe database;

  /** For the container, which makes a proxy of it. */
  protected DatabaseCheck() {}

  @Inject
  DatabaseCheck(DatabaseProbe database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("database");
    var takesWrites = database.takesWrites();
    if (takesWrites.isEmpty()) {
      return response.down().withData("reason", "does not answer").build();
    }
    return takesWrites.get()
        ? response.up().build()
        : response.down().withData("reason", "read only").build();
  }
}
