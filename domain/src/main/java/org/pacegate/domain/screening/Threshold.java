package org.pacegate.domain.screening;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a rule holds an answer against: a number written into the rule, or a parameter of its rule
 * set.
 *
 * @param value what it is now
 * @param parameter the name of the parameter it follows; empty when it is written into the rule
 */
public record Threshold<T>(T value, Optional<String> parameter) {

  /** Refuses anything missing. */
  public Threshold {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(parameter, "parameter");
  }

  /** Written into the rule: a change needs a new version. */
  public static <T> Threshold<T> fixed(T value) {
    return new Threshold<>(value, Optional.empty());
  }

  /** Follows a parameter, read as a count, an amount or a period. */
  public static <T> Threshold<T> of(Parameter parameter, Function<Parameter, T> reading) {
    return new Threshold<>(reading.apply(parameter), Optional.of(parameter.name()));
  }

  Threshold<T> with(Parameters parameters, Function<Parameter, T> reading) {
    return parameter.map(name -> of(parameters.expect(name), reading)).orElse(this);
  }
}
