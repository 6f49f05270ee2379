package org.pacegate.service.referral;

import java.util.List;
import org.pacegate.domain.patient.Language;

/**
 * Somebody in the directory.
 *
 * @param version for the command that follows
 * @param serves codes of what they may be asked for
 * @param preferredFor codes of what they are asked first for
 * @param waitingDays half of those whom the clinic sent there in the last year had their
 *     appointment within so many days; null while nobody has had one
 * @param seen how many had one
 */
public record RecipientView(
    long recipientId,
    long version,
    String name,
    List<String> serves,
    List<String> preferredFor,
    String phone,
    String email,
    String address,
    Language letterLanguage,
    String spokenLanguages,
    String note,
    boolean retired,
    Integer waitingDays,
    int seen) {

  public RecipientView {
    serves = List.copyOf(serves);
    preferredFor = List.copyOf(preferredFor);
  }

  /** Whether they are asked first for this. */
  public boolean isPreferredFor(String target) {
    return preferredFor.contains(target);
  }
}
