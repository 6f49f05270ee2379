package org.pacegate.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.omnifaces.util.Faces;
import org.pacegate.service.referral.ReferralDesks;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.service.worklist.WorklistRow;
import org.pacegate.web.shared.Translations;

/** Home: who waits for what, most dangerous first. */
@Named("worklist")
@RequestScoped
public class WorklistView {

  /** Steps after which the runner still waits to be seen by a professional. */
  private static final Set<Waiting> WAITS_FOR_ANYBODY =
      EnumSet.of(Waiting.FINISH_INTAKE, Waiting.TAKE_IN, Waiting.ACKNOWLEDGE);

  @Inject private Worklist worklist;
  @Inject private ReferralDesks referrals;
  @Inject private Translations words;
  private WorklistPage list;
  private String step;
  private int page;

  /** Reads the page that the address asks for. */
  public void load() {
    list = getChosen() == null ? worklist.mine(page) : worklist.of(Set.of(getChosen()), page);
  }

  /** Read again when a form of the frame was sent, for which the page's own action is not run. */
  public WorklistPage getList() {
    if (list == null) {
      load();
    }
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
    return getList().counts().getOrDefault(each, 0L);
  }

  public String getSummary() {
    return words.say("worklist", "summary", getList().total(), getList().urgent());
  }

  /** The way to the open referrals, with how many have to be seen to. */
  public String getReferrals() {
    return words.say("worklist", "referrals.todo", referrals.toBeSeenTo());
  }

  /** Word for what has to happen until the row's clock runs out. */
  public String clock(WorklistRow row) {
    if (row.waitsFor() == Waiting.REVIEW_DIAGNOSIS) {
      return "answerBy";
    }
    return WAITS_FOR_ANYBODY.contains(row.waitsFor()) ? "actBy" : "seenBy";
  }

  /** Somebody in an unfinished intake whose name was not typed yet. */
  public boolean nameless(WorklistRow row) {
    return row.familyName().isEmpty() && row.givenName().isEmpty();
  }

  /** Where the step is taken. */
  public String link(WorklistRow row) {
    String path =
        switch (row.waitsFor()) {
          case FINISH_INTAKE -> "/intake/intake.xhtml?id=" + row.intakeId();
          case TAKE_IN -> "/intake/received.xhtml?id=" + row.intakeId();
          case COMPLETE_RECORD -> "/intake/complete.xhtml?id=" + row.intakeId();
          case ACKNOWLEDGE -> "/screening/screening.xhtml?id=" + row.screeningId();
          case DECIDE_FLAG, TRANSFER, DIAGNOSE, SIGN_ANEW ->
              getList().takes().contains(row.waitsFor())
                  ? "/diagnosis/diagnosis.xhtml?episode=" + row.episodeId()
                  : "/patient/patient.xhtml?id=" + row.patientId();
          case REVIEW_DIAGNOSIS -> "/diagnosis/reviews.xhtml?episode=" + row.episodeId();
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
