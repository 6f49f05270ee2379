package org.pacegate.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import org.pacegate.service.referral.ReferralFigures;
import org.pacegate.service.referral.ReferralStatistics;
import org.pacegate.service.referral.ReferralYear;
import org.pacegate.web.shared.Translations;

/** How the clinic's referrals of a year went (R5.53). */
@Named("referralStatistics")
@RequestScoped
public class StatisticsView {

  @Inject private ReferralStatistics statistics;
  @Inject private Translations words;
  private ReferralYear year;

  /** Reads before anything is drawn. */
  public void load() {
    getYear();
  }

  public ReferralYear getYear() {
    if (year == null) {
      year = statistics.lastYear();
    }
    return year;
  }

  /** How many were sent, and which share came back with a result. */
  public String sent(ReferralFigures row) {
    return words.say("referral", "statistics.sent", row.sent(), row.completedPercent());
  }

  /** What became of the others. */
  public String outcomes(ReferralFigures row) {
    return words.say(
        "referral", "statistics.outcomes", row.open(), row.declined(), row.expired(), row.missed());
  }

  /** Days in words; a dash where no referral has come so far. */
  public String days(BigDecimal days) {
    return days == null
        ? words.say("referral", "statistics.never")
        : words.say("referral", "statistics.days", days);
  }
}
