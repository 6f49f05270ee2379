package org.pacegate.domain.plan;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.diagnosis.DangerElsewhere;
import org.pacegate.domain.diagnosis.Diagnosis;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.referral.Referral;
import org.pacegate.domain.screening.Screening;
import org.pacegate.domain.shared.Attribution;

/**
 * Every course of care of one patient, read together. A danger found in one of them keeps the gate
 * shut in all: the red flag is about the runner, not about the complaint it was found in (R7.11).
 */
public final class PatientFile {

  /**
   * Everything recorded on one patient, of whichever episode.
   *
   * @param drafts intakes of the patient that nobody has finished
   */
  public record Recorded(
      List<Screening> screenings,
      List<Diagnosis> diagnoses,
      List<Referral> referrals,
      List<CarePlan> plans,
      List<Intake> drafts) {

    /** Without a draft. */
    public Recorded(
        List<Screening> screenings,
        List<Diagnosis> diagnoses,
        List<Referral> referrals,
        List<CarePlan> plans) {
      this(screenings, diagnoses, referrals, plans, List.of());
    }

    /** Of a patient who comes for the first time. */
    public static final Recorded NOTHING = new Recorded(List.of(), List.of(), List.of(), List.of());
  }

  private final Map<Long, CourseOfCare> courses = new LinkedHashMap<>();
  private final Map<Long, Licence> licences;
  private final List<Intake> drafts;
  private final DiagnosisPolicy policy;
  private final CourseOfCare.Records records;

  /**
   * @param licences by id: those the diagnoses were signed under
   */
  public PatientFile(
      List<Episode> episodes,
      Recorded recorded,
      Map<Long, Licence> licences,
      DiagnosisPolicy policy,
      CourseOfCare.Records records) {
    this.licences = licences;
    this.drafts = recorded.drafts();
    this.policy = policy;
    this.records = records;
    episodes.forEach(episode -> open(episode, recorded));
  }

  /** A course of care that begins now. */
  public CourseOfCare begin(Episode episode) {
    records.add(episode);
    return open(episode, Recorded.NOTHING);
  }

  private CourseOfCare open(Episode episode, Recorded recorded) {
    CaseFile file = new CaseFile(episode, recorded, licences, policy, records, this);
    CourseOfCare course = new CourseOfCare(episode, file, this, policy, records);
    courses.put(episode.id(), course);
    return course;
  }

  /** The course of care of one of the patient's episodes, or null. */
  public CourseOfCare course(long episodeId) {
    return courses.get(episodeId);
  }

  /** The courses of care of all the patient's episodes. */
  public List<CourseOfCare> courses() {
    return List.copyOf(courses.values());
  }

  /** A licence turned out to have lapsed: what rests on it falls in every course of care. */
  public void licenceLapsed(Licence licence, Attribution by) {
    courses.values().forEach(course -> course.licenceLapsed(licence, by));
  }

  /**
   * An unfinished intake of the patient holds an answer at U0 or U1: every plan is suspended at
   * once (R1.95).
   */
  public void dangerInIntake(Attribution by) {
    courses.values().forEach(course -> course.dangerInIntake(by));
  }

  /**
   * Two records were one runner's: a danger that stood in either counts in all, also one in an
   * unfinished intake (R7.11, R1.95).
   */
  public void joined(Attribution by) {
    for (CourseOfCare course : courses.values()) {
      if (course.dangers().findAny().isPresent()) {
        eachOutside(course.episode(), other -> other.dangerElsewhere(by));
      }
      if (isInDangerByIntake(course.episode())) {
        course.dangerInIntake(by);
      }
    }
  }

  /** Whether an unfinished intake of the patient holds such an answer, or held one. */
  boolean isInDangerByIntake(Episode episode) {
    return drafts.stream().anyMatch(draft -> draft.endangers(episode.patientId()));
  }

  /** Whether a danger stands anywhere else, or in an unfinished intake. */
  boolean isInDangerOutside(Episode episode) {
    return !dangersOutside(episode).isEmpty() || isInDangerByIntake(episode);
  }

  /** Whether a physician has confirmed a diagnosis of a region, in any course of care. */
  boolean wasDiagnosedByPhysician(BodySite site) {
    return courses.values().stream().anyMatch(course -> course.wasDiagnosedByPhysician(site));
  }

  /** The dangers that stand outside an episode, the most urgent first. */
  List<DangerElsewhere> dangersOutside(Episode episode) {
    return courses.values().stream()
        .filter(course -> !course.episode().id().equals(episode.id()))
        .flatMap(CourseOfCare::dangers)
        .sorted(Comparator.comparing(DangerElsewhere::urgency))
        .toList();
  }

  void eachOutside(Episode episode, Consumer<CourseOfCare> told) {
    courses.values().stream()
        .filter(course -> !course.episode().id().equals(episode.id()))
        .forEach(told);
  }
}
