package org.pacegate.domain.referral;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.shared.InvalidValue;

/** What somebody outside may be asked for; one thing at least. */
public record TargetSet(Set<Target> targets) {

  /**
   * Refuses none.
   *
   * @throws InvalidValue {@code serves} {@code missing}
   */
  public TargetSet {
    if (targets == null || targets.isEmpty()) {
      throw new InvalidValue("serves", "missing");
    }
    targets = Set.copyOf(targets);
  }

  /** As somebody chose them. */
  public static TargetSet of(Collection<Target> chosen) {
    return new TargetSet(chosen == null ? Set.of() : Set.copyOf(chosen));
  }

  /** Whether this is among it; {@code code} as a referral keeps it. */
  public boolean contains(String code) {
    return targets.stream().anyMatch(target -> target.name().equals(code));
  }

  /** One column: the codes in their order, with commas. */
  @Converter(autoApply = true)
  public static class InOneColumn implements AttributeConverter<TargetSet, String> {

    @Override
    public String convertToDatabaseColumn(TargetSet set) {
      return set == null
          ? null
          : EnumSet.copyOf(set.targets).stream().map(Target::name).collect(Collectors.joining(","));
    }

    @Override
    public TargetSet convertToEntityAttribute(String column) {
      return column == null
          ? null
          : new TargetSet(
              Arrays.stream(column.split(",", -1))
                  .map(Target::valueOf)
                  .collect(Collectors.toUnmodifiableSet()));
    }
  }
}
