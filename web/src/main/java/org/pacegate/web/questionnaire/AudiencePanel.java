package org.pacegate.web.questionnaire;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.domain.shared.InvalidValue;

/** Of whom a questionnaire is asked, as it is chosen on its page (R4.158). */
@Named
@RequestScoped
public class AudiencePanel {

  private static final String EVERYBODY = "EVERYBODY";
  private static final String REGIONS = "REGIONS";

  private String whom;
  private String[] regions = {};
  private Boolean again;

  /** Shows what was said last, unless something was chosen on the page. */
  void said(Optional<Audience> audience) {
    if (whom == null && again == null && audience.isPresent()) {
      whom = audience.get().regions().isEmpty() ? EVERYBODY : REGIONS;
      regions = audience.get().regions().stream().sorted().map(Enum::name).toArray(String[]::new);
      again = audience.get().again();
    }
  }

  /**
   * What was chosen.
   *
   * @throws InvalidValue {@code whom missing} when neither was, {@code regions missing} without one
   */
  Audience chosen() {
    boolean also = Boolean.TRUE.equals(again);
    if (REGIONS.equals(whom)) {
      Set<BodySite> sites = EnumSet.noneOf(BodySite.class);
      Arrays.stream(regions).map(BodySite::valueOf).forEach(sites::add);
      return Audience.of(sites, also);
    }
    if (!EVERYBODY.equals(whom)) {
      throw new InvalidValue("whom", "missing");
    }
    return Audience.everybody(also);
  }

  public List<String> getChoices() {
    return List.of(EVERYBODY, REGIONS);
  }

  public List<String> getSites() {
    return Arrays.stream(BodySite.values()).map(Enum::name).toList();
  }

  public String getWhom() {
    return whom;
  }

  public void setWhom(String whom) {
    this.whom = whom;
  }

  public String[] getRegions() {
    return regions.clone();
  }

  public void setRegions(String[] regions) {
    this.regions = regions.clone();
  }

  public boolean isAgain() {
    return Boolean.TRUE.equals(again);
  }

  public void setAgain(boolean again) {
    this.again = again;
  }
}
