package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.omnifaces.util.Faces;

/**
 * The left rail: the work places of the signed-in person. What waits is counted on the worklist.
 */
@Named("rail")
@RequestScoped
public class RailView {

  @Inject private SignedInView person;
  private List<RailPlace> places;

  public List<RailPlace> getPlaces() {
    if (places == null) {
      places =
          Arrays.stream(WorkPlace.values())
              .filter(place -> place.isOpenTo(person))
              .map(this::line)
              .toList();
    }
    return places;
  }

  /** Whether a key leads anywhere, so that keys are only shown to those who have them. */
  public boolean isWithShortcuts() {
    return getPlaces().stream().anyMatch(place -> !place.shortcut().isEmpty());
  }

  private RailPlace line(WorkPlace place) {
    return new RailPlace(
        place.key(),
        Faces.getRequestContextPath() + place.page(),
        place.shortcut(),
        place.contains(Faces.getViewId()));
  }
}
