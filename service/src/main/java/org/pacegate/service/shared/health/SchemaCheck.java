package org.pacegate.service.shared.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** R12.2: the schema is the one this build brings. */
@Readiness
@ApplicationScoped
public class SchemaCheck implements HealthCheck {

  private DatabaseProbe database;

  /** For the container, which makes a proxy of it. */
  protected SchemaCheck() {}

  @Inject
  SchemaCheck(DatabaseProbe database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    var brought = BuiltMigrations.NEWEST;
    var present = database.migratedTo().orElse("unknown");
    return HealthCheckResponse.named("schema")
        .status(brought.equals(present))
        .withData("database", present)
        .withData("build", brought)
        .build();
  }
}
