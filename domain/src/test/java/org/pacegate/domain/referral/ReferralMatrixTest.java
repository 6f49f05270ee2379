package org.pacegate.domain.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Referred;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/** R5.4: every state, every step, every urgency and every role; what is not written here fails. */
class ReferralMatrixTest {

  /** From, step, to, urgencies (0 to 3) and who: staff, therapist, physician. */
  private static final String BY_HAND =
      """
      DRAFT       SEND      SENT        01   STP
      DRAFT       SEND      SENT        23   TP
      SENT        RECEIVE   RECEIVED    0123 STP
      RECEIVED    ACCEPT    ACCEPTED    0123 STP
      SENT        DECLINE   DECLINED    0123 STP
      RECEIVED    DECLINE   DECLINED    0123 STP
      ACCEPTED    SCHEDULE  SCHEDULED   0123 STP
      NO_SHOW     SCHEDULE  SCHEDULED   0123 STP
      SCHEDULED   MISS      NO_SHOW     0123 STP
      SCHEDULED   BEGIN     IN_PROGRESS 0123 STP
      IN_PROGRESS COMPLETE  COMPLETED   0123 TP
      ACCEPTED    HOLD      ON_HOLD     23   TP
      SCHEDULED   HOLD      ON_HOLD     23   TP
      ON_HOLD     RESUME    ACCEPTED    23   TP
      DRAFT       REDIRECT  SUPERSEDED  0123 TP
      SENT        REDIRECT  SUPERSEDED  0123 TP
      RECEIVED    REDIRECT  SUPERSEDED  0123 TP
      ACCEPTED    REDIRECT  SUPERSEDED  0123 TP
      SCHEDULED   REDIRECT  SUPERSEDED  0123 TP
      NO_SHOW     REDIRECT  SUPERSEDED  0123 TP
      ON_HOLD     REDIRECT  SUPERSEDED  23   TP
      DRAFT       CANCEL    CANCELLED   012  P
      SENT        CANCEL    CANCELLED   012  P
      RECEIVED    CANCEL    CANCELLED   012  P
      ACCEPTED    CANCEL    CANCELLED   012  P
      SCHEDULED   CANCEL    CANCELLED   012  P
      NO_SHOW     CANCEL    CANCELLED   012  P
      IN_PROGRESS CANCEL    CANCELLED   012  P
      ON_HOLD     CANCEL    CANCELLED   2    P
      DRAFT       CANCEL    CANCELLED   3    TP
      SENT        CANCEL    CANCELLED   3    TP
      RECEIVED    CANCEL    CANCELLED   3    TP
      ACCEPTED    CANCEL    CANCELLED   3    TP
      SCHEDULED   CANCEL    CANCELLED   3    TP
      NO_SHOW     CANCEL    CANCELLED   3    TP
      IN_PROGRESS CANCEL    CANCELLED   3    TP
      ON_HOLD     CANCEL    CANCELLED   3    TP
      """;

  private static final Set<ReferralState> OPEN =
      EnumSet.of(
          ReferralState.DRAFT,
          ReferralState.SENT,
          ReferralState.RECEIVED,
          ReferralState.ACCEPTED,
          ReferralState.SCHEDULED,
          ReferralState.NO_SHOW,
          ReferralState.IN_PROGRESS,
          ReferralState.ON_HOLD);

  private static final Set<Urgency> TODAY =
      EnumSet.of(Urgency.U0_EMERGENCY_NOW, Urgency.U1_SAME_DAY);

  private final ClinicClock clock = new ClinicClock();

  record Case(ReferralState state, Urgency urgency) {}

  static Stream<Case> everyStateOfEveryUrgency() {
    List<Case> all = new ArrayList<>();
    for (ReferralState state : ReferralState.values()) {
      for (Urgency urgency : Urgency.values()) {
        boolean held = state == ReferralState.ON_HOLD && TODAY.contains(urgency);
        boolean expired = state == ReferralState.EXPIRED && urgency == Urgency.U0_EMERGENCY_NOW;
        if (!held && !expired) {
          all.add(new Case(state, urgency));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everyStateOfEveryUrgency")
  void r5_4_exactlyTheLegalStepsPass(Case from) {
    Set<String> passed = new TreeSet<>();
    for (ReferralAction action : ReferralAction.values()) {
      for (Role role : Role.values()) {
        Referral referral = Referred.in(from.state(), from.urgency(), clock);
        int steps = referral.transitions().size();
        DomainRefusal refused =
            catchThrowableOfType(DomainRefusal.class, () -> take(referral, action, role));
        if (refused == null) {
          passed.add(action + " " + referral.state() + " " + role);
          assertThat(referral.transitions()).hasSize(steps + 1);
        } else {
          assertThat(referral.state()).as("%s %s", action, role).isEqualTo(from.state());
          assertThat(referral.transitions()).hasSize(steps);
          assertThat(refused.code())
              .isIn("referral.closed", "referral.notNow", "referral.notYours");
        }
      }
    }
    assertThat(passed).isEqualTo(expected(from));
  }

  private void take(Referral referral, ReferralAction action, Role role) {
    Attribution by = clock.by(21);
    ReferralStep step = Referred.step(by, role);
    switch (action) {
      case SCHEDULE ->
          referral.schedule(by.at().plus(Duration.ofDays(3)), referral.askedAt(), step);
      case COMPLETE -> referral.complete(ReferralResult.DIAGNOSIS, step);
      case REDIRECT -> {
        ReferralRequest asked = referral.request();
        referral.redirect(asked.redirectedTo(Target.ED, asked.urgency(), null), step);
      }
      default -> referral.take(action, step);
    }
  }

  private static Set<String> expected(Case from) {
    Set<String> lines = new TreeSet<>();
    BY_HAND
        .lines()
        .map(line -> line.split(" +"))
        .filter(line -> line[0].equals(from.state().name()))
        .filter(line -> line[3].contains(from.urgency().name().substring(1, 2)))
        .forEach(line -> roles(line[4]).forEach(who -> lines.add(line[1] + " " + line[2] + who)));
    if (from.state() != ReferralState.ENTERED_IN_ERROR) {
      roles(from.urgency() == Urgency.U3_ROUTINE ? "TP" : "P")
          .forEach(who -> lines.add("ENTER_IN_ERROR ENTERED_IN_ERROR" + who));
    }
    return lines;
  }

  private static List<String> roles(String letters) {
    return Stream.of(Role.STAFF, Role.THERAPIST, Role.PHYSICIAN)
        .filter(role -> letters.contains(role.name().substring(0, 1)))
        .map(role -> " " + role)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("everyStateOfEveryUrgency")
  void r5_4_whatFollowsFromSomethingElseEndsWhatIsOpen(Case from) {
    Attribution by = clock.by(21);
    assertThat(endsBy(from, referral -> referral.supersede("referral.superseded.diagnosed", by)))
        .isEqualTo(OPEN.contains(from.state()) && from.state() != ReferralState.IN_PROGRESS);
    assertThat(endsBy(from, referral -> referral.handOver("Dr Ruiz", by)))
        .isEqualTo(OPEN.contains(from.state()));
    assertThat(endsBy(from, referral -> referral.flagCleared(by)))
        .isEqualTo(OPEN.contains(from.state()) && from.urgency() != Urgency.U3_ROUTINE);
  }

  @ParameterizedTest
  @MethodSource("everyStateOfEveryUrgency")
  void r5_10_itExpiresOnlyWhileItWaitsForAnAppointment(Case from) {
    Attribution muchLater =
        new Attribution(
            (Long) null, clock.now().plus(Duration.ofDays(365)), clock.today().plusDays(365));
    assertThat(endsBy(from, referral -> referral.expire(muchLater)))
        .isEqualTo(
            from.urgency() != Urgency.U0_EMERGENCY_NOW
                && EnumSet.of(ReferralState.SENT, ReferralState.RECEIVED, ReferralState.ACCEPTED)
                    .contains(from.state()));
  }

  private boolean endsBy(Case from, Consumer<Referral> verb) {
    Referral referral = Referred.in(from.state(), from.urgency(), clock);
    DomainRefusal refused = catchThrowableOfType(DomainRefusal.class, () -> verb.accept(referral));
    assertThat(referral.state() == from.state()).isEqualTo(refused != null);
    return refused == null;
  }

  @ParameterizedTest
  @EnumSource(
      value = ReferralState.class,
      names = {"ACCEPTED", "SCHEDULED"})
  void r5_4_whatWasHeldGoesOnWhereItWasHeld(ReferralState held) {
    Referral referral = Referred.in(held, Urgency.U2_URGENT_1_2W, clock);
    referral.take(ReferralAction.HOLD, Referred.step(clock.by(21), Role.THERAPIST));

    referral.take(ReferralAction.RESUME, Referred.step(clock.by(21), Role.THERAPIST));

    assertThat(referral.state()).isEqualTo(held);
  }

  @Test
  void r5_4_whoMayDoWhatIsOffered() {
    Referral referral = Referred.drafted(Urgency.U2_URGENT_1_2W, clock);

    assertThat(referral.stepsFor(EnumSet.of(Role.STAFF, Role.ADMIN))).isEmpty();
    assertThat(referral.stepsFor(EnumSet.of(Role.THERAPIST)))
        .containsExactly(ReferralAction.SEND, ReferralAction.REDIRECT);
    assertThat(referral.stepsFor(EnumSet.of(Role.PHYSICIAN)))
        .containsExactly(
            ReferralAction.SEND,
            ReferralAction.REDIRECT,
            ReferralAction.CANCEL,
            ReferralAction.ENTER_IN_ERROR);
  }
}
