package org.pacegate.domain.questionnaire;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.shared.InvalidValue;

/**
 * Of whom a clinic's own questionnaire is asked.
 *
 * @param regions those whose complaint is about one of them; empty for everybody
 * @param again whether it is asked as well when a known episode is screened again
 */
public record Audience(Set<BodySite> regions, boolean again) {

  /** Keeps its own copy. */
  public Audience {
    regions = regions.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(regions));
  }

  /** Everybody who comes. */
  public static Audience everybody(boolean again) {
    return new Audience(Set.of(), again);
  }

  /**
   * Those whose complaint is about one of these regions.
   *
   * @throws InvalidValue {@code regions missing} without one
   */
  public static Audience of(Set<BodySite> regions, boolean again) {
    if (regions.isEmpty()) {
      throw new InvalidValue("regions", "missing");
    }
    return new Audience(regions, again);
  }

  /** Whether it is asked of somebody whose complaint is about a region, if that is known yet. */
  public boolean includes(Optional<BodySite> region) {
    return regions.isEmpty() || region.filter(regions::contains).isPresent();
  }
}
