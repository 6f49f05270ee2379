package org.pacegate.domain.plan;

import static org.pacegate.domain.plan.AnyClinic.oneOf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.fixtures.ClinicClock;
import org.pacegate.domain.fixtures.Drafts;
import org.pacegate.domain.fixtures.Professional;
import org.pacegate.domain.fixtures.Screened;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.referral.ReferralAction;
import org.pacegate.domain.referral.ReferralRequest;
import org.pacegate.domain.referral.ReferralResult;
import org.pacegate.domain.referral.ReferralState;
import org.pacegate.domain.referral.ReferralStep;
import org.pacegate.domain.screening.Evaluation;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.Target;
import org.pacegate.domain.screening.Urgency;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.DomainRefusal;

/** What people do to an episode, sensibly or not. */
enum Verb {
  SCREEN(16) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic.course().screen(null, anyEvaluation(dice), 14, ClinicClock.DANGERS, clinic.now(1));
    }
  },
  DECIDE_FLAG(40) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Screening screening = anyScreening(clinic, dice);
      String rule = dice.nextInt(8) == 0 ? "R9" : "R" + (1 + dice.nextInt(2));
      FlagState decision =
          oneOf(
              List.of(FlagState.CLEARED, FlagState.CLEARED, FlagState.CONFIRMED, FlagState.OPEN),
              dice);
      Professional by = clinic.anyProfessional(dice);
      clinic
          .course()
          .decideFlag(
              screening,
              rule,
              decision,
              anyWords(dice),
              anyLicence(by, clinic, dice),
              clinic.now(by.id()));
    }
  },
  SCREEN_ELSEWHERE(8) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic
          .course(clinic.sameRunnersOther)
          .screen(null, anyEvaluation(dice), 14, ClinicClock.DANGERS, clinic.now(1));
    }
  },
  DECIDE_ELSEWHERE(20) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Professional by = clinic.anyProfessional(dice);
      clinic
          .course(clinic.sameRunnersOther)
          .decideFlag(
              anyScreening(clinic, dice),
              "R1",
              FlagState.CLEARED,
              anyWords(dice),
              anyLicence(by, clinic, dice),
              clinic.now(by.id()));
    }
  },
  TRANSFER_ELSEWHERE(1) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic
          .course(clinic.sameRunnersOther)
          .treatment()
          .transfer(anyWords(dice), anyWords(dice), clinic.now(12));
    }
  },
  DIAGNOSE(40) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Professional by = clinic.anyProfessional(dice);
      clinic.course().diagnose(anyDraft(dice), anyLicence(by, clinic, dice), clinic.now(by.id()));
    }
  },
  REVISE(6) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Professional by = clinic.anyProfessional(dice);
      clinic
          .course()
          .revise(
              anyDiagnosis(clinic, dice),
              anyDraft(dice),
              anyWords(dice),
              anyLicence(by, clinic, dice),
              clinic.now(by.id()));
    }
  },
  END_DIAGNOSIS(3) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      VerificationStatus as = oneOf(Arrays.asList(VerificationStatus.values()), dice);
      clinic
          .course()
          .endDiagnosis(
              anyDiagnosis(clinic, dice),
              as,
              anyWords(dice),
              anyLicence(clinic.professionals.get(0), clinic, dice),
              clinic.now(21));
    }
  },
  LICENCE_LAPSE(3) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Licence licence = clinic.anyProfessional(dice).licence();
      LocalDate from = clinic.clock.today().plusDays(dice.nextInt(30) - 25);
      licence.lapse(from, anyWords(dice), clinic.now(31));
      clinic.lapses.put(licence.id(), from);
      clinic.file(clinic.episode.patientId()).licenceLapsed(licence, clinic.now(31));
    }
  },
  START_PLAN(40) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      PlanContent content = anyContent(clinic, dice);
      PlanContent asked = dice.nextInt(6) == 0 ? anyContent(clinic, dice) : content;
      Attribution now = clinic.now(12);
      CourseOfCare course = clinic.course();
      GateDecision decision =
          dice.nextInt(6) == 0
              ? course.treatment().previewGate(asked.intent(), anyRoles(dice), now)
              : course.treatment().askGate(asked.intent(), anyRoles(dice), now);
      course.treatment().startPlan(decision, content, null, now);
    }
  },
  START_AFTER_A_STEP_BETWEEN(16) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      PlanContent content = anyContent(clinic, dice);
      Attribution now = clinic.now(12);
      GateDecision decision =
          clinic.course().treatment().askGate(content.intent(), AnyClinic.THERAPIST, now);
      Verb between =
          oneOf(List.of(SCREEN, SCREEN_ELSEWHERE, REVISE, END_DIAGNOSIS, LICENCE_LAPSE, ASK), dice);
      clinic.attempt(() -> between.take(clinic, dice));
      clinic.attempt(() -> clinic.course().treatment().startPlan(decision, content, null, now));
    }
  },
  START_ON_AN_OLD_PASS(10) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      GateDecision old = anyDecision(clinic, dice);
      clinic.course().treatment().startPlan(old, anyContent(clinic, dice), null, clinic.now(12));
    }
  },
  HOLD(8) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic.course().treatment().hold(anyWords(dice), clinic.now(12));
    }
  },
  RESUME(20) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Attribution now = clinic.now(12);
      CourseOfCare course = clinic.course();
      PlanContent content =
          course
              .openPlan()
              .filter(plan -> dice.nextInt(4) > 0)
              .map(CarePlan::content)
              .orElseGet(() -> anyContent(clinic, dice));
      course
          .treatment()
          .resume(course.treatment().askGate(content.intent(), anyRoles(dice), now), now);
    }
  },
  RESUME_ON_AN_OLD_PASS(8) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic.course().treatment().resume(anyDecision(clinic, dice), clinic.now(12));
    }
  },
  ASK_GATE(8) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      CourseOfCare course =
          clinic.course(dice.nextInt(4) == 0 ? clinic.otherEpisode : clinic.episode);
      course.treatment().askGate(anyContent(clinic, dice).intent(), anyRoles(dice), clinic.now(12));
    }
  },
  ASK(10) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      ReferralRequest asked =
          ReferralRequest.byHand(
              clinic.episode.id(),
              oneOf(URGENCIES, dice),
              oneOf(TARGETS, dice),
              oneOf(List.of("stiff?", "inflamed?", "  "), dice),
              null);
      clinic.course().refer(asked, clinic.step("asked", Set.of(Role.THERAPIST), 12));
    }
  },
  MOVE_REFERRAL(16) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Referral referral = anyReferral(clinic, dice);
      Set<Role> roles = dice.nextBoolean() ? Set.of(Role.PHYSICIAN) : anyRoles(dice);
      List<ReferralAction> offered = List.copyOf(referral.stepsFor(roles));
      ReferralAction action =
          oneOf(
              offered.isEmpty() || dice.nextInt(4) == 0
                  ? List.of(ReferralAction.values())
                  : offered,
              dice);
      ReferralStep step = clinic.step(anyWords(dice), roles, 21);
      Referring referring = clinic.course().referring();
      switch (action) {
        case SCHEDULE -> referring.schedule(referral, step.by().at(), step);
        case COMPLETE ->
            referring.complete(referral, oneOf(List.of(ReferralResult.values()), dice), step);
        case REDIRECT ->
            clinic
                .course()
                .redirect(
                    referral,
                    referral
                        .request()
                        .redirectedTo(oneOf(TARGETS, dice), oneOf(URGENCIES, dice), null),
                    step);
        default -> referring.take(referral, action, step);
      }
    }
  },
  ANSWER_REFERRAL(12) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Referral referral = anyReferral(clinic, dice);
      int steps = 1 + dice.nextInt(7);
      for (int i = 0; i < steps && referral.episodeId() == clinic.episode.id(); i++) {
        onItsWay(clinic.course().referring(), referral, clinic);
      }
    }
  },
  NOBODY_ANSWERS(6) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      Referral referral = anyReferral(clinic, dice);
      if (referral.state() == ReferralState.DRAFT && referral.episodeId() == clinic.episode.id()) {
        onItsWay(clinic.course().referring(), referral, clinic);
      }
      clinic.clock.pass(Duration.ofDays(oneOf(List.of(1, 1, 14, 90), dice)));
      Attribution nobody = new Attribution((Long) null, clinic.clock.now(), clinic.clock.today());
      clinic.records.all(Referral.class).stream()
          .filter(each -> WAITING.contains(each.state()) && each.expiresAt() != null)
          .filter(each -> !each.expiresAt().isAfter(nobody.at()))
          .forEach(each -> expire(clinic, each, nobody));
    }
  },
  DISCHARGE(1) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic.course().treatment().discharge(anyWords(dice), clinic.now(12));
    }
  },
  TRANSFER(1) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic.course().treatment().transfer(anyWords(dice), anyWords(dice), clinic.now(12));
    }
  },
  CLOSE_LOST(1) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic.course().treatment().closeLost(anyWords(dice), clinic.now(11));
    }
  },
  DAYS_PASS(5) {
    @Override
    void take(AnyClinic clinic, SplittableRandom dice) {
      clinic.clock.pass(Duration.ofDays(1 + dice.nextInt(12)));
    }
  };

  private static final List<Urgency> URGENCIES = List.of(Urgency.values());
  private static final List<Target> TARGETS = List.of(Target.PHYSICIAN, Target.ED);
  private static final Set<ReferralState> WAITING =
      Set.of(ReferralState.SENT, ReferralState.RECEIVED, ReferralState.ACCEPTED);

  private final int frequency;

  Verb(int frequency) {
    this.frequency = frequency;
  }

  abstract void take(AnyClinic clinic, SplittableRandom dice);

  int frequency() {
    return frequency;
  }

  /** Mostly an open one; sometimes any, be it of another episode. */
  private static Referral anyReferral(AnyClinic clinic, SplittableRandom dice) {
    List<Referral> all = clinic.records.all(Referral.class);
    if (all.isEmpty()) {
      throw new DomainRefusal("referral.none", "episode " + clinic.episode.id());
    }
    List<Referral> open = all.stream().filter(Referral::isOpen).toList();
    return oneOf(open.isEmpty() || dice.nextInt(4) == 0 ? all : open, dice);
  }

  /** The next step to the answer, if there is one. */
  private static void onItsWay(Referring referring, Referral referral, AnyClinic clinic) {
    ReferralStep step = clinic.step("on its way", Set.of(Role.PHYSICIAN), 21);
    switch (referral.state()) {
      case DRAFT -> referring.take(referral, ReferralAction.SEND, step);
      case SENT -> referring.take(referral, ReferralAction.RECEIVE, step);
      case RECEIVED -> referring.take(referral, ReferralAction.ACCEPT, step);
      case ACCEPTED, NO_SHOW -> referring.schedule(referral, step.by().at(), step);
      case SCHEDULED -> referring.take(referral, ReferralAction.BEGIN, step);
      case IN_PROGRESS -> referring.complete(referral, ReferralResult.DIAGNOSIS, step);
      default -> {}
    }
  }

  private static void expire(AnyClinic clinic, Referral referral, Attribution nobody) {
    referral
        .expire(nobody)
        .ifPresent(
            again -> {
              clinic.records.add(again);
              referral.replacedBy(again);
            });
  }

  private static Evaluation anyEvaluation(SplittableRandom dice) {
    int kind = dice.nextInt(12);
    if (kind < 8) {
      return Screened.negative();
    }
    if (kind == 8) {
      return Screened.incomplete();
    }
    List<Urgency> fired = new ArrayList<>();
    for (int i = 0; i <= dice.nextInt(3); i++) {
      fired.add(oneOf(URGENCIES, dice));
    }
    Urgency[] urgencies = fired.toArray(Urgency[]::new);
    return kind == 9 ? Screened.incompleteFiring(urgencies) : Screened.firing(urgencies);
  }

  private static DiagnosisDraft anyDraft(SplittableRandom dice) {
    return Drafts.diagnosis(
        dice.nextInt(3) == 0 ? Drafts.SACRAL_STRESS_FRACTURE : Drafts.STRAIN,
        dice.nextInt(6) == 0 ? BodySite.KNEE : BodySite.LOW_BACK,
        oneOf(
            List.of(
                VerificationStatus.CONFIRMED,
                VerificationStatus.CONFIRMED,
                VerificationStatus.CONFIRMED,
                VerificationStatus.PROVISIONAL,
                VerificationStatus.REFUTED),
            dice));
  }

  private static PlanContent anyContent(AnyClinic clinic, SplittableRandom dice) {
    LocalDate from = clinic.clock.today().plusDays(dice.nextInt(8) == 0 ? -3 : 0);
    return switch (dice.nextInt(5)) {
      case 0 -> Drafts.completeRest(from);
      case 1 -> Drafts.noRunning(from);
      default -> Drafts.halfTheDistance(from);
    };
  }

  private static Set<Role> anyRoles(SplittableRandom dice) {
    return oneOf(
        List.of(
            AnyClinic.THERAPIST,
            AnyClinic.THERAPIST,
            AnyClinic.THERAPIST,
            Set.of(Role.PHYSICIAN, Role.STAFF),
            Set.of(Role.PHYSICIAN, Role.STAFF),
            Set.of(Role.STAFF),
            Set.of(Role.STAFF, Role.ADMIN),
            Set.of()),
        dice);
  }

  /** Mostly one's own; sometimes a colleague's, sometimes none. */
  private static Licence anyLicence(Professional holder, AnyClinic clinic, SplittableRandom dice) {
    return switch (dice.nextInt(16)) {
      case 0 -> null;
      case 1 -> oneOf(clinic.professionals, dice).licence();
      default -> holder.licence();
    };
  }

  /** Mostly one with a flag that stands; sometimes any, be it of another episode. */
  private static Screening anyScreening(AnyClinic clinic, SplittableRandom dice) {
    List<Screening> all = clinic.records.all(Screening.class);
    List<Screening> standing = all.stream().filter(Screening::hasStandingFlag).toList();
    return oneOf(standing.isEmpty() || dice.nextInt(6) == 0 ? all : standing, dice);
  }

  /** Mostly the last of the episode; sometimes any, be it of another episode. */
  private static Diagnosis anyDiagnosis(AnyClinic clinic, SplittableRandom dice) {
    List<Diagnosis> all = clinic.records.all(Diagnosis.class);
    return dice.nextInt(4) == 0 ? oneOf(all, dice) : all.get(all.size() - 1);
  }

  private static GateDecision anyDecision(AnyClinic clinic, SplittableRandom dice) {
    List<GateDecision> given = clinic.decisions();
    if (given.isEmpty() || dice.nextInt(5) == 0) {
      CourseOfCare other = clinic.course(clinic.otherEpisode);
      return other
          .treatment()
          .askGate(anyContent(clinic, dice).intent(), AnyClinic.THERAPIST, clinic.now(12));
    }
    return dice.nextBoolean() ? given.get(given.size() - 1) : oneOf(given, dice);
  }

  private static String anyWords(SplittableRandom dice) {
    return switch (dice.nextInt(20)) {
      case 0 -> "  ";
      case 1 -> "x".repeat(3_000);
      case 2 -> "x".repeat(10_000);
      default -> "examined and found so";
    };
  }
}
