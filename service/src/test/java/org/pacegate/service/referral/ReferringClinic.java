package org.pacegate.service.referral;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.pacegate.domain.referral.DeliveryState;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralResult;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.service.screening.DangerClinic;
import org.pacegate.service.testing.TestClinics;

/** A clinic that refers: {@code desk}, {@code ther} and {@code doc}, and their runners. */
final class ReferringClinic {

  private static int count;

  private final TestClinics clinics;
  private final DangerClinic clinic;

  private ReferringClinic(TestClinics clinics) {
    this.clinics = clinics;
    this.clinic = DangerClinic.open(clinics, "refers" + ++count);
  }

  static ReferringClinic open(TestClinics clinics) {
    return new ReferringClinic(clinics);
  }

  DangerClinic people() {
    return clinic;
  }

  /** A referral that a rule of a new runner's screening drafted. */
  long askedByRule(Urgency urgency) {
    return number(
        "select cast(id as text) from referral where screening_id = "
            + clinic.raise(urgency).screening());
  }

  /** A referral that a therapist drafted for a new runner without a flag. */
  long askedByHand(Urgency urgency) {
    return askedByHand(clinic.raise().episode(), urgency, UUID.randomUUID());
  }

  long redirect(String who, long referral, long version, Target target, Urgency urgency, UUID key) {
    return clinics.as(
        clinic.login(who),
        services ->
            services
                .get(Referrals.class)
                .redirect(
                    new RedirectReferral(
                        referral, version, target, urgency, "no room before May", key)));
  }

  void schedule(String who, long referral, long version, Instant appointment, UUID key) {
    LocalDateTime local = LocalDateTime.ofInstant(appointment, ZoneId.of("Europe/Madrid"));
    clinic.as(
        who,
        services ->
            services
                .get(Referrals.class)
                .schedule(new ScheduleReferral(referral, version, local, key)));
  }

  void complete(
      String who, long referral, long version, ReferralResult result, String words, UUID key) {
    clinic.as(
        who,
        services ->
            services
                .get(Referrals.class)
                .complete(new CompleteReferral(referral, version, result, words, key)));
  }

  void deliver(String who, long referral, DeliveryState to) {
    deliver(who, referral, version(referral), to, UUID.randomUUID());
  }

  void deliver(String who, long referral, long version, DeliveryState to, UUID key) {
    clinic.as(
        who,
        services ->
            services
                .get(Referrals.class)
                .deliver(new RecordDelivery(referral, version, to, null, key)));
  }

  /** What was audited of referrals, the first one first. */
  List<String> audited() {
    return clinic.rows(
        "select action || ' ' || detail from audit.events_of_clinic(null, null, 500)"
            + " where entity = 'ServiceRequest' and action in ('CREATE', 'CHANGE') order by id");
  }

  long askedByHand(long episode, Urgency urgency, UUID key) {
    return clinics.as(
        clinic.login("ther"),
        services ->
            services
                .get(Referrals.class)
                .draft(
                    new DraftReferral(
                        episode, urgency, Target.RHEUMATOLOGY, "stiff in the morning", key)));
  }

  void take(String who, long referral, ReferralAction... actions) {
    for (ReferralAction action : actions) {
      take(who, referral, version(referral), action, UUID.randomUUID());
    }
  }

  void take(String who, long referral, long version, ReferralAction action, UUID key) {
    clinic.as(
        who,
        services -> {
          Referrals referrals = services.get(Referrals.class);
          switch (action) {
            case SCHEDULE ->
                referrals.schedule(new ScheduleReferral(referral, version, tomorrow(), key));
            case SEND ->
                referrals.send(new SendReferral(referral, version, null, PlainLetter.form(), key));
            case COMPLETE ->
                referrals.complete(
                    new CompleteReferral(
                        referral, version, ReferralResult.DIAGNOSIS, "a sprain", key));
            default ->
                referrals.take(new TakeReferralStep(referral, version, action, "because", key));
          }
        });
  }

  private LocalDateTime tomorrow() {
    Instant then = clinics.now().plus(Duration.ofDays(1));
    return LocalDateTime.ofInstant(then, ZoneId.of("Europe/Madrid"));
  }

  ReferralDesk open(String who, long referral) {
    return clinics.as(
        clinic.login(who), services -> services.get(ReferralDesks.class).open(referral));
  }

  long version(long referral) {
    return number("select cast(version as text) from referral where id = " + referral);
  }

  String state(long referral) {
    return clinic.rows("select state from referral where id = " + referral).get(0);
  }

  long number(String query) {
    return Long.parseLong(clinic.rows(query).get(0));
  }

  /** The clock comes round on a server. */
  static void sweep(TestClinics server) {
    server.work(
        services -> {
          services.get(ReferralSweep.class).sweep();
          return null;
        });
  }
}
