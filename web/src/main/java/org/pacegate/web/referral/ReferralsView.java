package org.pacegate.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pacegate.service.referral.ReferralDesks;
import org.pacegate.service.referral.ReferralList;
import org.pacegate.web.shared.Translations;

/** The open referrals, first those that somebody has to see to. */
@Named("openReferrals")
@RequestScoped
public class ReferralsView {

  @Inject private ReferralDesks desks;
  @Inject private Translations words;
  private ReferralList list;
  private int page;

  /** Reads the page that the address asks for. */
  public void load() {
    list = desks.list(page);
  }

  /** Read again when a form of the frame was sent, for which the page's own action is not run. */
  public ReferralList getList() {
    if (list == null) {
      load();
    }
    return list;
  }

  public String getSummary() {
    return words.say("referral", "list.summary", getList().overdue(), getList().total());
  }

  public int getPageSize() {
    return ReferralDesks.PAGE;
  }

  /** The page that is shown: the last one for one behind it. */
  public int getPage() {
    return list == null ? page : list.page();
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
