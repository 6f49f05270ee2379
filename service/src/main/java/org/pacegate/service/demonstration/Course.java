package org.pacegate.service.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.diagnosis.DiagnosisDraft;
import org.pacegate.domain.diagnosis.GateDecision;
import org.pacegate.domain.diagnosis.ListedCode;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.injury.Injury;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.plan.CourseOfCare;
import org.pacegate.domain.plan.PlanContent;
import org.pacegate.domain.plan.PlanTemplate;
import org.pacegate.domain.screening.FlagState;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.screening.ScreeningFlag;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.service.demonstration.Diary.When;
import org.pacegate.service.demonstration.Script.Complaint;
import org.pacegate.service.demonstration.Staff.Member;

/**
 * One course of care as it happens: every step is a verb of the domain, done by somebody who may.
 */
final class Course {

  /** How a diagnosis is meant. */
  enum Certainty {
    CONFIRMED,
    PROVISIONAL,
    /** Confirmed, of a class that forbids impact. */
    BONE_STRESS,
    /** Confirmed, by somebody whose licence will be found to have lapsed before. */
    BY_LAPSING_LICENCE
  }

  private final Practice practice;
  private final Desk desk;
  private final Diary diary;
  private final RandomGenerator random;
  private final Complaint complaint;
  private Screening screening;
  private CourseOfCare care;

  Course(Practice practice, Desk desk, Diary diary, RandomGenerator random, Story.Subject subject) {
    this.practice = practice;
    this.desk = desk;
    this.diary = diary;
    this.random = random;
    this.complaint = pick(practice.script().complaints(subject));
  }

  /** Told on the phone, the questions begun and not finished. */
  void byPhone(When when) {
    Attribution by = by(Role.STAFF, when);
    Patient patient = desk.registered(by);
    begin(patient, by);
    desk.beginQuestions(said(Replies.HARMLESS), care.episode(), by);
  }

  void intake(Replies replies, When when) {
    Attribution by = by(Role.STAFF, when);
    Desk.Conversation talk = desk.take(complaint.site(), by);
    begin(talk.patient(), by);
    screening = desk.finish(talk, said(replies), care, by);
  }

  private Desk.Said said(Replies replies) {
    return new Desk.Said(replies, complaint.answers());
  }

  private void begin(Patient patient, Attribution by) {
    String words = complaint.words() + " " + pick(practice.script().texts("contexts"));
    LocalDate onset = by.day().minusDays(3 + (long) random.nextInt(40) * random.nextInt(1, 4));
    Episode episode =
        new Episode(
            patient.id(),
            new Injury(complaint.site(), complaint.side(), words, onset, complaint.onset()),
            by);
    care = desk.file().begin(episode);
  }

  void rescreen(Replies replies, When when) {
    screening = desk.rescreen(said(replies), care, by(Role.THERAPIST, when));
  }

  void acknowledge(When when) {
    screening.acknowledge(by(Role.STAFF, when));
  }

  void clear(String reason, When when) {
    Instant at = diary.next(when);
    decide(FlagState.CLEARED, reason, physician(at), at);
  }

  void confirm(When when) {
    Instant at = diary.next(when);
    decide(FlagState.CONFIRMED, "confirm", physician(at), at);
  }

  private void decide(FlagState decision, String reason, Member physician, Instant at) {
    Attribution by = practice.by(physician, at);
    if (!screening.isAcknowledged()) {
      screening.acknowledge(by);
    }
    for (ScreeningFlag flag : screening.flags()) {
      if (flag.standsAgainstTreatment()) {
        String why = pick(practice.script().phrases(reason));
        care.decideFlag(screening, flag.ruleId(), decision, why, physician.licence(), by);
      }
    }
  }

  /** Flags that still stand are cleared in the same consultation. */
  void diagnose(Certainty certainty, When when) {
    Instant at = diary.next(when);
    Member physician =
        certainty == Certainty.BY_LAPSING_LICENCE
            ? pick(practice.staff().lapsing())
            : physician(at);
    if (screening.hasStandingFlag()) {
      decide(FlagState.CLEARED, whyCleared(certainty, at), physician, at);
    }
    care.diagnose(draft(certainty), physician.licence(), practice.by(physician, at));
  }

  private String whyCleared(Certainty certainty, Instant at) {
    if (certainty == Certainty.BONE_STRESS) {
      return "clearBone";
    }
    return desk.isForAChild(at) ? "clearChild" : "clear";
  }

  private DiagnosisDraft draft(Certainty certainty) {
    boolean provisional = certainty == Certainty.PROVISIONAL;
    return draft(
        practice.code(complaint.code()),
        (provisional ? practice.script().phrase("provisional") : "") + complaint.diagnosis(),
        provisional ? VerificationStatus.PROVISIONAL : VerificationStatus.CONFIRMED);
  }

  private DiagnosisDraft draft(ListedCode code, String words, VerificationStatus certainty) {
    return new DiagnosisDraft(code, words, complaint.site(), certainty, Measured.by(random), key());
  }

  void revise(When when) {
    Instant at = diary.next(when);
    Member physician = physician(at);
    care.revise(
        care.standing().orElseThrow(),
        draft(
            practice.code(practice.script().text("revisedCode")),
            practice.script().phrase("revised"),
            VerificationStatus.CONFIRMED),
        pick(practice.script().phrases("revise")),
        physician.licence(),
        practice.by(physician, at));
  }

  void refute(When when) {
    Instant at = diary.next(when);
    Member physician = physician(at);
    care.endDiagnosis(
        care.standing().orElseThrow(),
        VerificationStatus.REFUTED,
        pick(practice.script().phrases("refute")),
        physician.licence(),
        practice.by(physician, at));
  }

  /** A therapist wants to start and is refused. */
  void askInVain(When when) {
    GateDecision decision = ask(by(Role.THERAPIST, when));
    if (decision.isAllowed()) {
      throw new IllegalStateException("the gate is open for episode " + care.episode().id());
    }
  }

  void startPlan(When when) {
    Attribution by = by(Role.THERAPIST, when);
    care.treatment().startPlan(ask(by), proposal(by), key(), by);
  }

  private GateDecision ask(Attribution by) {
    return care.treatment().askGate(proposal(by).intent(), Set.of(Role.THERAPIST), by);
  }

  private PlanContent proposal(Attribution by) {
    boolean bone = care.standing().map(Diagnosis::code).orElseThrow().boneStress();
    return PlanTemplate.propose(bone, by.day(), practice.script().instructions(bone));
  }

  void hold(When when) {
    care.treatment().hold(pick(practice.script().phrases("hold")), by(Role.THERAPIST, when));
  }

  void resume(When when) {
    Attribution by = by(Role.THERAPIST, when);
    var content = care.openPlan().orElseThrow().content();
    care.treatment()
        .resume(care.treatment().askGate(content.intent(), Set.of(Role.THERAPIST), by), by);
  }

  void discharge(When when) {
    care.treatment()
        .discharge(pick(practice.script().phrases("discharge")), by(Role.THERAPIST, when));
  }

  void transfer(String reason, When when) {
    Instant at = diary.next(when);
    String why = pick(practice.script().phrases(reason));
    care.treatment().transfer(why, why, practice.by(physician(at), at));
  }

  void closeLost(When when) {
    care.treatment().closeLost(pick(practice.script().phrases("lost")), by(Role.STAFF, when));
  }

  /** A licence was found to have lapsed. */
  void licenceLapsed(Licence licence, Attribution found) {
    care.licenceLapsed(licence, found);
  }

  private Member physician(Instant at) {
    return pick(practice.staff().physiciansOn(LocalDate.ofInstant(at, practice.script().zone())));
  }

  private Attribution by(Role role, When when) {
    return practice.by(pick(practice.staff().holding(role)), diary.next(when));
  }

  private UUID key() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
