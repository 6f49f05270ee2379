package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.pacegate.domain.intake.IntakeStep;

/** Answers about another region: kept, and told that they do not count (R4.44). */
@Named("setAside")
@RequestScoped
public class SetAsidePanel {

  private static final Set<String> NO = Set.of("NO", ",");

  @Inject private IntakePage page;

  /** Where the region is chosen, and where it is asked about. */
  public boolean isTold() {
    return !getAll().isEmpty()
        && (page.getStep() == IntakeStep.COMPLAINT || page.getStep() == IntakeStep.SCREENING);
  }

  /** Link ids of answers that another answer made pass away (R4.59). */
  public List<String> getNoLongerAsked() {
    return page.view().noLongerAsked();
  }

  /** Link ids of all of them. */
  public List<String> getAll() {
    return page.view().setAside();
  }

  /** Those that say anything but No. */
  public List<String> getRemarkable() {
    return getAll().stream().filter(linkId -> !NO.contains(answer(linkId))).toList();
  }

  /** How many say No, or none of these. */
  public int getNoes() {
    return getAll().size() - getRemarkable().size();
  }

  /** As it is kept. */
  public String answer(String linkId) {
    return page.getEntries().of(entry(linkId));
  }

  /** The entry that holds an answer; an own form's are named by it already. */
  public String entry(String linkId) {
    return linkId.startsWith("own.") ? linkId : "answer." + linkId;
  }
}
