package org.pacegate.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.service.worklist.WorklistRow;
import org.pacegate.web.shared.SignedInView;
import org.pacegate.web.shared.Translations;

/** Home: who waits for what, most dangerous first. */
@Named("worklist")
@RequestScoped
public class WorklistView {

  @Inject private Worklist worklist;
  @Inject private SignedInView person;
  @Inject private Translations words;
  @Inject private Clock clock;
  private WorklistPage list;
  private String step;
  private int page;

  /** Reads the page that the address asks for. */
  public void load() {
    list = getChosen() == null ? worklist.mine(page) : worklist.of(Set.of(getChosen()), page);
  }

  public WorklistPage getList() {
    return list;
  }

  /** The chosen step, or null for whatever the signed-in person can take. */
  public Waiting getChosen() {
    return Arrays.stream(Waiting.values())
        .filter(each -> each.name().equals(step))
        .findFirst()
        .orElse(null);
  }

  /** The steps that anything waits for. */
  public List<Waiting> getSteps() {
    return Arrays.stream(Waiting.values()).filter(each -> count(each) > 0).toList();
  }

  public long count(Waiting each) {
    return list.counts().getOrDefault(each, 0L);
  }

  public String getSummary() {
    return words.say("worklist", "summary", list.total(), list.urgent());
  }

  public boolean overdue(WorklistRow row) {
    return row.actBy() != null && row.actBy().isBefore(clock.instant());
  }

  /** Where the step is taken. */
  public String link(WorklistRow row) {
    String path =
        switch (row.waitsFor()) {
          case ACKNOWLEDGE -> "/screening/screening.xhtml?id=" + row.screeningId();
          case DECIDE_FLAG, TRANSFER, DIAGNOSE ->
              person.isPhysician()
                  ? "/diagnosis/diagnosis.xhtml?episode=" + row.episodeId()
                  : "/patient/patient.xhtml?id=" + row.patientId();
          case REVIEW_PLAN, START_PLAN, RESUME_PLAN ->
              "/plan/plan.xhtml?episode=" + row.episodeId();
          case RESCREEN -> "/patient/patient.xhtml?id=" + row.patientId();
        };
    return Faces.getRequestContextPath() + path;
  }

  public int getPageSize() {
    return Worklist.pageSize();
  }

  public String getStep() {
    return step;
  }

  public void setStep(String step) {
    this.step = step;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
