package org.pacegate.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** The left rail: the work places of the signed-in person, with what waits in each. */
@Named("rail")
@RequestScoped
public class RailView {

  @Inject private SignedInView person;
  @Inject @Any private Instance<RailCount> counts;
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
    Optional<RailCount> count = counts.stream().filter(each -> each.place() == place).findAny();
    return new RailPlace(
        place.key(),
        Faces.getRequestContextPath() + place.page(),
        place.shortcut(),
        place.contains(Faces.getViewId()),
        count.map(RailCount::waiting).filter(waiting -> waiting > 0).orElse(null),
        count.map(RailCount::danger).orElse(false));
  }
}
