package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pacegate.service.intake.IntakeDraftRow;
import org.pacegate.service.intake.Intakes;

/** Unfinished intakes, and the way to a new one. */
@Named
@RequestScoped
public class IntakeListPage {

  static final String PATH = "/intake/index.xhtml";

  @Inject private Intakes intakes;
  private List<IntakeDraftRow> drafts;

  public List<IntakeDraftRow> getDrafts() {
    if (drafts == null) {
      drafts = intakes.drafts();
    }
    return drafts;
  }

  public void start() {
    new IntakeAddress(intakes.start(), null).go();
  }
}
