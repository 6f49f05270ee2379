package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.pacegate.domain.intake.Door;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.Contradiction;
import org.pacegate.service.intake.Contradictions;
import org.pacegate.service.intake.DoorDifference;
import org.pacegate.service.intake.EntrySource;
import org.pacegate.service.intake.IntakeView;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.intake.SettleContradiction;
import org.pacegate.web.questionnaire.FieldId;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.Refusals;

/** What desk and runner said differently, and the choice between both (R4.111). */
@Named
@RequestScoped
public class ContradictionPanel {

  @Inject private Intakes intakes;
  @Inject private Contradictions contradictions;
  @Inject private Refusals refusals;
  private IntakeView view;

  /** Those that nobody has chosen in yet. */
  public List<Contradiction> getOpen() {
    return all(false);
  }

  /** Those in which somebody has chosen. */
  public List<Contradiction> getSettled() {
    return all(true);
  }

  /**
   * What the runner's own two doors say differently; where only the desk and one of them differ,
   * that is chosen in above (R4.194). The page has read the intake.
   */
  public List<DoorDifference> elsewhere(IntakeView intake) {
    return intake.differences().stream()
        .filter(each -> each.said().stream().filter(ContradictionPanel::isRunners).count() > 1)
        .toList();
  }

  private static boolean isRunners(EntrySource said) {
    return said.door() != Door.DESK;
  }

  private IntakeView view() {
    if (view == null) {
      view = intakes.open(id());
    }
    return view;
  }

  private List<Contradiction> all(boolean settled) {
    return view().contradictions().stream().filter(each -> each.settled() == settled).toList();
  }

  private static long id() {
    return AddressNumber.id("id");
  }

  /** What the ids of a field's buttons end in. */
  public String id(String field) {
    return FieldId.of(field);
  }

  /** One of both stands; the page is drawn anew with it. */
  public void settle(String field, boolean runners) {
    try {
      contradictions.settle(new SettleContradiction(id(), field, runners));
      Faces.redirect(Faces.getRequestContextPath() + Faces.getViewId() + "?id=" + id() + step());
    } catch (DomainRefusal refused) {
      refusals.show("intake", refused);
    }
  }

  /** Back to the step that the page was at. */
  private static String step() {
    String step =
        IntakeAddress.ofRequest().step() == null ? "" : IntakeAddress.ofRequest().step().name();
    return step.isEmpty() ? "" : "&step=" + step;
  }
}
