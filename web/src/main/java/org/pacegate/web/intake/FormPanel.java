package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.intake.IntakeStep;
import org.pacegate.domain.questionnaire.Item;
import org.pacegate.domain.questionnaire.Option;
import org.pacegate.domain.questionnaire.Questionnaire;

/** The forms of an intake that the desk fills in beside the screening, group by group. */
@Named
@RequestScoped
public class FormPanel {

  /** Chosen on the body picture. */
  private static final Set<String> PICTURE = Set.of("complaint.bodySite", "complaint.side");

  @Inject private IntakePage page;

  /** The groups that a step's form begins with. */
  public List<Item> groups(IntakeStep step) {
    return page.view().forms().of(step).map(Questionnaire::items).orElse(List.of());
  }

  /** The questions of a group that the body picture does not answer. */
  public List<Item> besideThePicture(Item group) {
    return group.items().stream().filter(item -> !PICTURE.contains(item.linkId())).toList();
  }

  public List<String> codes(Item item) {
    return item.options().stream().map(Option::code).toList();
  }
}
