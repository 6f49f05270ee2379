package org.pacegate.domain.screening;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters of one rule set, in the order of its file. */
public record Parameters(List<Parameter> all) {

  /** Keeps its own copy; refuses a name twice. */
  public Parameters {
    all = List.copyOf(all);
    Set<String> names = new HashSet<>();
    for (Parameter parameter : all) {
      if (!names.add(parameter.name())) {
        throw new IllegalArgumentException("parameter twice: " + parameter.name());
      }
    }
  }

  /** A rule set whose thresholds are all written into its rules. */
  public static Parameters none() {
    return new Parameters(List.of());
  }

  /** The parameter with this name; refuses an unknown one. */
  public Parameter expect(String name) {
    return all.stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no parameter " + name));
  }

  /** These parameters at other values by name; those not named stay as they are. */
  public Parameters with(Map<String, Integer> values) {
    values.keySet().forEach(this::expect);
    return new Parameters(
        all.stream()
            .map(
                parameter -> parameter.at(values.getOrDefault(parameter.name(), parameter.value())))
            .toList());
  }
}
