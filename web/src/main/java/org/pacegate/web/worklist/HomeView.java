package org.pacegate.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pacegate.web.shared.RailView;

/** The start page leads to the first work place that is open to the signed-in person. */
@Named("home")
@RequestScoped
public class HomeView {

  @Inject private RailView rail;

  /** Goes to the first work place, or stays if there is none. */
  public String lead() {
    return rail.getPlaces().stream()
        .findFirst()
        .map(place -> "/" + place.key() + "/index?faces-redirect=true")
        .orElse(null);
  }
}
