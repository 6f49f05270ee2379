package org.pacegate.web.diagnosis;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Set;
import org.pacegate.service.worklist.Waiting;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistPage;
import org.pacegate.service.worklist.WorklistRow;
import org.pacegate.web.shared.Translations;

/** Who waits for a diagnosis or a decision about a danger, most dangerous first. */
@Named("inbox")
@RequestScoped
public class InboxView {

  private static final Set<Waiting> ELSEWHERE =
      EnumSet.of(Waiting.FINISH_INTAKE, Waiting.TAKE_IN, Waiting.REVIEW_DIAGNOSIS);

  @Inject private Worklist worklist;
  @Inject private Translations words;
  private WorklistPage list;
  private int page;

  /** Reads the page that the address asks for. */
  public void load() {
    list = worklist.inbox(page);
  }

  /** Read again when a form of the frame was sent, for which the page's own action is not run. */
  public WorklistPage getList() {
    if (list == null) {
      load();
    }
    return list;
  }

  /** What is done here: a danger is decided, whether or not the desk took it over. */
  public Waiting step(WorklistRow row) {
    return row.waitsFor() == Waiting.ACKNOWLEDGE ? Waiting.DECIDE_FLAG : row.waitsFor();
  }

  /** Whether whoever reads it can do so too. */
  public boolean mine(WorklistRow row) {
    return getList().takes().contains(step(row));
  }

  /** Whether it is dealt with on another page: an unfinished intake, a review. */
  public boolean elsewhere(WorklistRow row) {
    return ELSEWHERE.contains(row.waitsFor());
  }

  public String getSummary() {
    return words.say("diagnosis", "inbox.summary", getList().total());
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
