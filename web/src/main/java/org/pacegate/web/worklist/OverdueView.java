package org.pacegate.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pacegate.service.worklist.OverdueDanger;
import org.pacegate.service.worklist.OverdueDangers;
import org.pacegate.service.worklist.OverduePage;
import org.pacegate.web.shared.Translations;

/** What an administrator is told of dangers that nobody dealt with (R8.52). */
@Named("overdue")
@RequestScoped
public class OverdueView {

  @Inject private OverdueDangers dangers;
  @Inject private Translations words;
  private OverduePage page;

  public OverduePage getPage() {
    if (page == null) {
      page = dangers.open();
    }
    return page;
  }

  public String getTitle() {
    return words.say("worklist", "overdue.title", getPage().total());
  }

  /** How many there are beyond those shown, or empty. */
  public String getMore() {
    long more = getPage().total() - getPage().rows().size();
    return more == 0 ? "" : words.say("worklist", "overdue.more", more);
  }

  /** Key of the word for what was not done. */
  public String what(OverdueDanger danger) {
    if (danger.takenOver()) {
      return "overdue.NOT_DECIDED";
    }
    return danger.unfinished() ? "overdue.NOT_FINISHED" : "overdue.NOT_TAKEN_OVER";
  }
}
