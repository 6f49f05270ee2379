package org.pacegate.service.referral;

import java.util.List;

/**
 * A page of the open referrals.
 *
 * @param page which one it is, from 0
 * @param overdue how many of all have to be seen to
 * @param total how many are open
 */
public record ReferralList(List<ReferralRow> rows, int page, long overdue, long total) {

  public ReferralList {
    rows = List.copyOf(rows);
  }
}
