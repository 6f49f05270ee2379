package org.pacegate.service.shared.health;

import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Builds the answer of a check where no server is there to do it. */
final class PlainResponse extends HealthCheckResponseBuilder {

  private final TreeMap<String, Object> data = new TreeMap<>();
  private String name;
  private Status status;

  @Override
  public HealthCheckResponseBuilder name(String given) {
    name = given;
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, String value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, long value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder withData(String key, boolean value) {
    data.put(key, value);
    return this;
  }

  @Override
  public HealthCheckResponseBuilder up() {
    return status(true);
  }

  @Override
  public HealthCheckResponseBuilder down() {
    return status(false);
  }

  @Override
  public HealthCheckResponseBuilder status(boolean isUp) {
    status = isUp ? Status.UP : Status.DOWN;
    return this;
  }

  @Override
  public HealthCheckResponse build() {
    return new HealthCheckResponse(
        name, status, data.isEmpty() ? Optional.empty() : Optional.of(data));
  }
}
