package org.pacegate.web.referral;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.pacegate.service.referral.DeliveryLine;
import org.pacegate.service.referral.ReferralLine;

/**
 * Something that was done to a referral.
 *
 * @param key of its words
 * @param by name of who did it, or null
 * @param reason key of the web's words, or a person's own; may be null
 */
public record HistoryLine(String key, Instant at, String by, String reason)
    implements Serializable {

  /** The newest first. */
  static List<HistoryLine> of(List<ReferralLine> steps, List<DeliveryLine> deliveries) {
    return Stream.concat(
            deliveries.stream()
                .map(
                    line ->
                        new HistoryLine(
                            "delivery." + line.to(), line.at(), line.by(), line.reason())),
            steps.stream()
                .map(
                    line ->
                        new HistoryLine("state." + line.to(), line.at(), line.by(), line.reason())))
        .sorted(Comparator.comparing(HistoryLine::at).reversed())
        .toList();
  }
}
