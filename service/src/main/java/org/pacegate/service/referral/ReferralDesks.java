package org.pacegate.service.referral;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralRules;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientReading;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** Reads referrals: one with its loop, those that are open, and what a new one is about. */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class ReferralDesks {

  /** Rows on a page of the list. */
  public static final int PAGE = 25;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private ReferralReading reading;
  @Inject private PatientReading patients;
  @Inject private RecipientReading directory;

  /**
   * One referral with everything about it.
   *
   * @throws NoSuchRecord if the clinic has no such referral
   */
  public ReferralDesk open(long referralId) {
    ReferralView referral =
        reading.one(referralId).orElseThrow(() -> new NoSuchRecord("Referral", referralId));
    PatientHeader header = patients.headerOfEpisode(referral.episodeId());
    audit.record(AuditAction.READ, "ServiceRequest", referralId, header.patientId(), null);
    return new ReferralDesk(
        header,
        patients.episode(referral.episodeId()),
        referral,
        reading.steps(referralId),
        reading.deliveries(referralId),
        offered(referral),
        referral.state().isOpen() && referral.delivery() != null
            ? referral.delivery().next()
            : Set.of(),
        recipients(referral));
  }

  private List<RecipientView> recipients(ReferralView referral) {
    if (referral.recipientId() != null) {
      return directory.one(referral.recipientId());
    }
    return referral.state() == ReferralState.DRAFT
        ? directory.serving(referral.target())
        : List.of();
  }

  private Set<ReferralAction> offered(ReferralView referral) {
    return ReferralRules.steps(referral.state(), referral.urgency(), clinic.acting().roles())
        .stream()
        .filter(
            action ->
                !(referral.underFlag() && referral.state().isOpen() && action.leavesNobodyAsked()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What a new referral is about.
   *
   * @throws NoSuchRecord if the clinic has no such episode
   */
  @RolesAllowed({"THERAPIST", "PHYSICIAN"})
  public NewReferral about(long episodeId) {
    PatientHeader header = patients.headerOfEpisode(episodeId);
    EpisodeSummary episode = patients.episode(episodeId);
    audit.record(AuditAction.READ, "EpisodeOfCare", episodeId, header.patientId(), "new referral");
    return new NewReferral(header, episode);
  }

  /** How many open referrals have to be seen to; names nobody. */
  public long toBeSeenTo() {
    return reading.counted().id(0);
  }

  /** A page of what is open: what is for today first, then what has to be seen to (R5.22). */
  public ReferralList list(int page) {
    ReferralList list = reading.open(page, PAGE);
    audit.recordList(
        "ServiceRequest",
        list.rows().stream().map(ReferralRow::patientId).distinct().toList(),
        "open referrals");
    return list;
  }
}
