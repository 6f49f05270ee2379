package org.pacegate.web.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.web.shared.Translations;

/** Who waits for a plan to start, to go on or to be looked at. */
@Named("planList")
@RequestScoped
public class PlanListView {

  private static final Set<Waiting> STEPS =
      Set.of(Waiting.START_PLAN, Waiting.RESUME_PLAN, Waiting.REVIEW_PLAN);

  @Inject private Worklist worklist;
  @Inject private Translations words;
  private WorklistPage list;
  private int page;

  /** Reads the page that the address asks for. */
  public void load() {
    list = worklist.of(STEPS, page);
  }

  /** Read again when a form of the frame was sent, for which the page's own action is not run. */
  public WorklistPage getList() {
    if (list == null) {
      load();
    }
    return list;
  }

  public String getSummary() {
    return words.say("plan", "list.summary", getList().total());
  }

  public int getPageSize() {
    return Worklist.pageSize();
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
