package org.pacegate.service.demonstration;

import static org.pacegate.service.demonstration.Diary.When.days;
import static org.pacegate.service.demonstration.Diary.When.daysAgo;
import static org.pacegate.service.demonstration.Diary.When.minutes;
import static org.pacegate.service.demonstration.Diary.When.minutesAgo;
import static org.pacegate.service.demonstration.Step.acknowledge;
import static org.pacegate.service.demonstration.Step.askInVain;
import static org.pacegate.service.demonstration.Step.byPhone;
import static org.pacegate.service.demonstration.Step.clear;
import static org.pacegate.service.demonstration.Step.closeLost;
import static org.pacegate.service.demonstration.Step.confirm;
import static org.pacegate.service.demonstration.Step.diagnose;
import static org.pacegate.service.demonstration.Step.discharge;
import static org.pacegate.service.demonstration.Step.hold;
import static org.pacegate.service.demonstration.Step.intake;
import static org.pacegate.service.demonstration.Step.refute;
import static org.pacegate.service.demonstration.Step.rescreen;
import static org.pacegate.service.demonstration.Step.resume;
import static org.pacegate.service.demonstration.Step.revise;
import static org.pacegate.service.demonstration.Step.startPlan;
import static org.pacegate.service.demonstration.Step.transfer;

import java.util.List;
import org.pacegate.service.demonstration.Course.Certainty;

/** What happens to a runner, step by step; each time is drawn between two bounds. */
enum Story {
  ASKED_BY_PHONE(byPhone(minutesAgo(90, 1_500))),
  QUESTIONS_UNCLEAR(intake(Replies.UNCLEAR, daysAgo(1, 9))),

  AWAITS_DIAGNOSIS(intake(Replies.HARMLESS, daysAgo(1, 10))),
  AWAITS_AFTER_WARNING(intake(Replies.BONE, daysAgo(1, 6)), acknowledge(minutes(10, 90))),
  AWAITS_AFTER_CLEARANCE(
      intake(Replies.FALL, daysAgo(3, 5)), acknowledge(minutes(5, 30)), clear(minutes(40, 200))),
  AWAITS_AFTER_REFUTATION(
      intake(Replies.HARMLESS, daysAgo(38, 55)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      refute(daysAgo(2, 8))),

  PLAN_DUE(intake(Replies.HARMLESS, daysAgo(5, 9)), diagnose(days(1, 3))),
  DIAGNOSED_PROVISIONALLY(
      intake(Replies.HARMLESS, daysAgo(6, 9)),
      diagnose(Certainty.PROVISIONAL, days(1, 3)),
      askInVain(minutes(300, 1_200))),
  SCREENING_EXPIRED(
      intake(Replies.HARMLESS, daysAgo(27, 34)), diagnose(days(2, 5)), askInVain(daysAgo(1, 4))),
  SUSPENDED_BY_REVISION(
      intake(Replies.HARMLESS, daysAgo(38, 60)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      rescreen(Replies.HARMLESS, daysAgo(3, 8)),
      revise(minutes(15, 60))),
  SUSPENDED_BY_LAPSE(
      intake(Replies.HARMLESS, daysAgo(36, 42)),
      diagnose(Certainty.BY_LAPSING_LICENCE, days(1, 3)),
      startPlan(days(1, 4))),
  SUSPENDED_BY_WARNING(
      intake(Replies.HARMLESS, daysAgo(40, 80)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      rescreen(Replies.BONE, daysAgo(1, 3)),
      acknowledge(minutes(20, 120))),

  PLAN_RUNS(
      intake(Replies.HARMLESS, daysAgo(18, 150)), diagnose(days(1, 5)), startPlan(days(1, 5))),
  PLAN_RESUMED(
      intake(Replies.HARMLESS, daysAgo(70, 140)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      hold(days(14, 25)),
      rescreen(Replies.HARMLESS, days(8, 16)),
      resume(minutes(15, 45))),
  PLAN_FOR_BONE(
      intake(Replies.BONE, daysAgo(25, 70)),
      acknowledge(minutes(10, 60)),
      diagnose(Certainty.BONE_STRESS, days(3, 8)),
      startPlan(days(1, 3))),
  PLAN_REPLACED(
      intake(Replies.HARMLESS, daysAgo(60, 90)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      revise(days(20, 30)),
      rescreen(Replies.HARMLESS, days(1, 3)),
      startPlan(minutes(30, 90))),

  ON_HOLD(
      intake(Replies.HARMLESS, daysAgo(40, 110)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      hold(daysAgo(2, 20))),
  RESUME_DUE(
      intake(Replies.HARMLESS, daysAgo(40, 110)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      hold(daysAgo(12, 20)),
      rescreen(Replies.HARMLESS, daysAgo(1, 8))),

  DISCHARGED(
      intake(Replies.HARMLESS, daysAgo(100, 240)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      rescreen(Replies.HARMLESS, days(20, 40)),
      discharge(days(20, 45))),
  TRANSFERRED(
      intake(Replies.HARMLESS, daysAgo(40, 120)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      transfer("transfer", days(8, 20))),
  TRANSFERRED_IN_DANGER(
      intake(Replies.BLADDER, daysAgo(6, 90)),
      acknowledge(minutes(3, 10)),
      confirm(minutes(15, 50)),
      transfer("transferDanger", minutes(30, 120))),
  LOST_ON_PLAN(
      intake(Replies.HARMLESS, daysAgo(75, 160)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      closeLost(days(35, 55))),
  LOST_WAITING(intake(Replies.HARMLESS, daysAgo(40, 90)), closeLost(days(21, 30))),

  EMERGENCY_NEW(intake(Replies.BLADDER, minutesAgo(52, 58))),
  EMERGENCY_STOPPED(intake(Replies.STOPPED, minutesAgo(160, 200)), acknowledge(minutes(3, 8))),
  EMERGENCY_ACKNOWLEDGED(intake(Replies.NUMB, minutesAgo(290, 320)), acknowledge(minutes(4, 9))),
  EMERGENCY_CONFIRMED(
      intake(Replies.BLADDER, daysAgo(1, 1)), acknowledge(minutes(3, 9)), confirm(minutes(20, 45))),
  SAME_DAY_NEW(intake(Replies.FALL, minutesAgo(170, 190))),
  SAME_DAY_OVERDUE(intake(Replies.FEVER, minutesAgo(1_700, 1_900))),
  SAME_DAY_ACKNOWLEDGED(intake(Replies.FEVER, minutesAgo(400, 430)), acknowledge(minutes(20, 40))),
  SAME_DAY_TENDON(intake(Replies.SNAP, minutesAgo(210, 230)), acknowledge(minutes(5, 20))),
  SAME_DAY_ON_PLAN(
      intake(Replies.HARMLESS, daysAgo(30, 50)),
      diagnose(days(1, 4)),
      startPlan(days(1, 4)),
      rescreen(Replies.WEAK_LEG, minutesAgo(1_500, 1_600)),
      acknowledge(minutes(10, 30)));

  /** Earlier courses of care, long over. */
  static final List<Story> EARLIER =
      List.of(DISCHARGED, DISCHARGED, DISCHARGED, LOST_ON_PLAN, DISCHARGED, TRANSFERRED);

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, of steps that keep no state
  private final List<Step> steps;

  Story(Step... steps) {
    this.steps = List.of(steps);
  }

  List<Step> steps() {
    return steps;
  }

  /** What a story can be about. */
  enum Subject {
    ANY,
    BACK,
    BONE,
    DANGER,
    /** A tendon that may have torn. */
    TENDON
  }

  Subject subject() {
    return switch (this) {
      case AWAITS_AFTER_WARNING, PLAN_FOR_BONE -> Subject.BONE;
      case TRANSFERRED_IN_DANGER,
          EMERGENCY_NEW,
          EMERGENCY_STOPPED,
          EMERGENCY_ACKNOWLEDGED,
          EMERGENCY_CONFIRMED ->
          Subject.DANGER;
      case SAME_DAY_TENDON -> Subject.TENDON;
      case ASKED_BY_PHONE,
          AWAITS_DIAGNOSIS,
          PLAN_DUE,
          PLAN_RUNS,
          ON_HOLD,
          RESUME_DUE,
          DISCHARGED,
          TRANSFERRED,
          LOST_ON_PLAN,
          LOST_WAITING ->
          Subject.ANY;
      default -> Subject.BACK;
    };
  }

  /** Whether a child, whom a clinician always has to see, may be in it. */
  boolean suitsChildren() {
    return this == AWAITS_DIAGNOSIS || this == PLAN_RUNS;
  }
}
