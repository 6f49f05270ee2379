package org.pacegate.service.referral;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.referral.Recipient;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralLetter;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** The letters of referrals: as they would go out, and as they went out (R5.62, R5.65). */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class Letters {

  private static final System.Logger LOG = System.getLogger(Letters.class.getName());

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private LetterReading reading;
  @Inject private LetterWriter writer;

  /**
   * The PDF that goes out if the form is sent as it is; nothing is kept.
   *
   * @throws DomainRefusal {@code referral.notNow} once it was sent or has ended, {@code
   *     referral.notYours} for whoever may not send it; {@code recipient.retired}, {@code
   *     recipient.notFor}
   * @throws org.pacegate.domain.shared.LostUpdate if the referral changed since it was read
   * @throws NoSuchRecord if the clinic has no such referral or the directory no such entry
   */
  public byte[] preview(@Valid PreviewLetter command) {
    Referral referral = find(command.referralId());
    Recipient to = recipient(command.recipientId());
    Episode episode = em.find(Episode.class, referral.episodeId());
    audit.record(
        AuditAction.READ, "ServiceRequest", referral.id(), episode.patientId(), "letter previewed");
    if (!referral.stepsFor(clinic.acting().roles()).contains(ReferralAction.SEND)) {
      throw refusal(referral);
    }
    referral.expectVersion(command.version());
    if (to != null) {
      to.expectServing(referral.request().target());
    }
    return writer.write(referral, episode, to, command.letter()).pdf();
  }

  /** Whoever may not send may not even if they could: said when the state would allow it. */
  private static DomainRefusal refusal(Referral referral) {
    return new DomainRefusal(
        referral.sentAt() == null && referral.isOpen() ? "referral.notYours" : "referral.notNow",
        "referral " + referral.id());
  }

  /**
   * The PDF of the letter as it was sent, checked against its hash; empty if it is not what was
   * sent.
   *
   * @throws NoSuchRecord if the clinic has no such referral
   * @throws DomainRefusal {@code letter.none} if it was not sent, or by an earlier version
   */
  public Optional<byte[]> sent(long referralId) {
    Referral referral = find(referralId);
    ReferralLetter letter =
        reading
            .sent(referralId)
            .orElseThrow(() -> new DomainRefusal("letter.none", "referral " + referralId));
    long patient = em.find(Episode.class, referral.episodeId()).patientId();
    try {
      byte[] pdf = letter.pdf();
      audit.record(AuditAction.READ, "ServiceRequest", referralId, patient, "letter opened");
      return Optional.of(pdf);
    } catch (DomainRefusal damaged) {
      LOG.log(ERROR, "letter.damaged: referral " + referralId);
      audit.record(AuditAction.REFUSE, "ServiceRequest", referralId, patient, "letter damaged");
      return Optional.empty();
    }
  }

  private Referral find(long referralId) {
    Referral referral = em.find(Referral.class, referralId);
    if (referral == null) {
      throw new NoSuchRecord("Referral", referralId);
    }
    return referral;
  }

  private Recipient recipient(Long recipientId) {
    if (recipientId == null) {
      return null;
    }
    Recipient found = em.find(Recipient.class, recipientId);
    if (found == null) {
      throw new NoSuchRecord("Recipient", recipientId);
    }
    return found;
  }
}
