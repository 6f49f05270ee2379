package org.pacegate.web.questionnaire;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.pacegate.domain.injury.BodySite;

/**
 * One place on the body picture.
 *
 * @param code of the region
 * @param place class of the stylesheet that says where it lies
 * @param side {@code LEFT} or {@code RIGHT}; empty in the middle of the body, where pointing does
 *     not say on which side it hurts
 */
public record BodySpot(String code, String place, String side) {

  private static final Set<String> IN_THE_MIDDLE =
      Set.of("NECK", "UPPER_BACK", "LOW_BACK", "SACRUM", "CHEST", "ABDOMEN");

  /** Both places of a region that the body has twice; none for what is no region. */
  public static Stream<BodySpot> of(String code) {
    if (Arrays.stream(BodySite.values()).noneMatch(site -> site.name().equals(code))) {
      return Stream.of();
    }
    String place = "at-" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    return IN_THE_MIDDLE.contains(code)
        ? Stream.of(new BodySpot(code, place, ""))
        : Stream.of("LEFT", "RIGHT")
            .map(side -> new BodySpot(code, place + "-" + side.toLowerCase(Locale.ROOT), side));
  }
}
