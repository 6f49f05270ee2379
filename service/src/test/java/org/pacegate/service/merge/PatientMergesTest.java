package org.pacegate.service.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.pacegate.service.merge.MergeClinic.DESK;
import static org.pacegate.service.merge.MergeClinic.ELSEWHERE;
import static org.pacegate.service.merge.MergeClinic.PHYSICIAN;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.injury.BodySite;
import org.pacegate.domain.injury.Side;
import org.pacegate.domain.patient.MergeField;
import org.pacegate.domain.patient.NameEnd;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.patient.MatchQuestion;
import org.pacegate.service.patient.PatientIdentities;
import org.pacegate.service.patient.PatientIdentity;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.patient.PatientRow;
import org.pacegate.service.patient.PatientSearch;
import org.pacegate.service.patient.PossibleMatch;
import org.pacegate.service.patient.RenamePatient;

/** R2.32 to R2.38: two records become one on a real PostgreSQL, and two again. */
class PatientMergesTest {

  private static final String TREATED =
      """
      select min(e.patient_id) from episode e join care_plan c on c.episode_id = e.id
       where c.state = 'ACTIVE' and e.patient_id not in (
         select o.patient_id from episode o join screening s on s.episode_id = o.id
           join screening_flag f on f.screening_id = s.id where f.state <> 'CLEARED')
         and e.patient_id not in (select survivor_id from patient_merge)
      """;

  private static final String IN_DANGER =
      """
      select min(e.patient_id) from episode e join screening s on s.episode_id = e.id
        join screening_flag f on f.screening_id = s.id
       where e.state = 'LOCKED_RED_FLAG' and f.state = 'OPEN' and f.urgency = 'U0_EMERGENCY_NOW'
      """;

  private static MergeClinic clinic;

  @BeforeAll
  static void open() {
    clinic = MergeClinic.open();
  }

  private static void refused(String code, Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            DomainRefusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void R2_34_R2_35_aDangerSuspendsThePlanOfTheOtherRecordAndAnUndoPutsEveryRowBack() {
    long treated = clinic.id(TREATED);
    long inDanger = clinic.id(IN_DANGER);
    Map<String, String> before = clinic.dump(treated, inDanger);
    MergeDesk desk = clinic.desk(DESK, treated, inDanger);
    assertThat(desk.suspended()).isNotEmpty();
    assertThat(desk.one().episodes()).anyMatch(desk::suspends);
    assertThat(desk.other().episodes()).noneMatch(desk::suspends);
    assertThat(desk.other().dangers()).isNotEmpty();

    clinic.merge(treated, inDanger);

    assertThat(clinic.dump(inDanger).keySet())
        .as("nothing is left on the merged record but the record itself")
        .containsExactly("patient " + inDanger);
    assertThat(clinic.dump(treated).keySet())
        .containsAll(
            before.keySet().stream().filter(row -> !row.equals("patient " + inDanger)).toList());
    assertThat(
            clinic.rows(
                "select distinct c.state || ' ' || c.state_reason from care_plan c join episode e on e.id = c.episode_id"
                    + " where c.state in ('ACTIVE', 'SUSPENDED') and e.patient_id = "
                    + treated))
        .containsExactly("SUSPENDED plan.suspended.dangerElsewhere");

    assertThat(clinic.undo(inDanger)).isEqualTo(new UndoneMerge(treated, 0));

    Map<String, String> after = clinic.dump(treated, inDanger);
    Map<String, String> same = new HashMap<>(after);
    same.keySet().retainAll(before.keySet());
    assertThat(same).isEqualTo(before);
    Set<String> added = new TreeSet<>(after.keySet());
    added.removeAll(before.keySet());
    assertThat(added.stream().map(row -> row.split(" ", -1)[0]).collect(Collectors.toSet()))
        .as("what was recorded about the merge itself stays")
        .containsExactlyInAnyOrder(
            "episode_transition", "plan_transition", "patient_previous_name");
    assertThat(clinic.rows("select count(*) from care_plan where state = 'ACTIVE'").get(0))
        .isNotEqualTo("0");
    refused("merge.notMerged", () -> clinic.undo(inDanger));
  }

  @Test
  void R2_34_R2_35_aDangerousAnswerInAnUnfinishedIntakeSuspendsThePlanOfTheOtherRecord() {
    long treated = clinic.id(TREATED);
    long asked = clinic.register("F-1", "Unfinished", "Berta");
    long intake = clinic.dangerousDraft(asked);
    Map<String, String> before = clinic.dump(treated, asked);
    MergeDesk desk = clinic.desk(DESK, asked, treated);
    assertThat(desk.one().dangerInIntake()).isTrue();
    assertThat(desk.other().dangerInIntake()).isFalse();
    assertThat(desk.suspended()).isNotEmpty();

    clinic.merge(treated, asked);

    assertThat(
            clinic.rows(
                "select distinct c.state || ' ' || c.state_reason from care_plan c join episode e on e.id = c.episode_id"
                    + " where c.state in ('ACTIVE', 'SUSPENDED') and e.patient_id = "
                    + treated))
        .containsExactly("SUSPENDED plan.suspended.dangerInIntake");
    assertThat(clinic.rows("select patient_id from danger where intake_id = " + intake))
        .containsExactly(Long.toString(treated));

    clinic.escalates(intake);
    assertThat(clinic.undo(asked))
        .as("a deadline that passes is nothing that somebody recorded")
        .isEqualTo(new UndoneMerge(treated, 0));
    assertThat(clinic.dump(treated, asked)).containsAllEntriesOf(before);
    assertThat(clinic.rows("select patient_id from danger where intake_id = " + intake))
        .containsExactly(Long.toString(asked));
  }

  @Test
  void R2_33_whoTwoPeopleFromEmergenciesTurnedOutToBeStaysOnRecord() {
    long one = clinic.cameUnknown("U-1", "Unknowne", "Sara");
    long other = clinic.cameUnknown("U-2", "Unknown", "Sara");
    Map<String, String> before = clinic.dump(one, other);
    assertThat(before.keySet().stream().filter(row -> row.startsWith("patient_identification")))
        .hasSize(2);

    clinic.merge(one, other);
    assertThat(identified(one)).containsExactly("U-1", "U-2");
    assertThat(identified(other)).isEmpty();

    clinic.undo(other);
    assertThat(clinic.dump(one, other)).containsAllEntriesOf(before);
  }

  private static List<String> identified(long patient) {
    return clinic.rows(
        "select i.record_number from patient_identification i join timeline t on t.record_id = i.id"
            + " and t.kind = 'IDENTIFIED' and t.patient_id = i.patient_id where i.patient_id = "
            + patient
            + " order by 1");
  }

  @Test
  void R2_33_R2_38_theMergedRecordLeadsToTheSurvivorAndTakesNothingNew() {
    long ana = clinic.register("M-1", "Mergewood", "Ana");
    long anna = clinic.register("M-2", "Mergewould", "Anna");
    clinic.merge(ana, anna);

    assertThat(found("M-2")).containsExactly(ana);
    assertThat(found("Mergewould")).as("by the name that no longer stands").containsExactly(ana);
    MatchQuestion typedWrong =
        new MatchQuestion("Mergewould", "Anna", LocalDate.of(1991, 5, 4), null, null);
    List<PossibleMatch> matches =
        clinic.as(DESK, s -> s.get(PatientSearch.class).possibleMatches(typedWrong));
    assertThat(matches).extracting(PossibleMatch::patientId).containsExactly(ana);
    PatientIdentity merged = identity(anna);
    assertThat(merged.survivor().patientId()).isEqualTo(ana);
    PatientIdentity survivor = identity(ana);
    assertThat(survivor.merged())
        .extracting(PatientIdentity.OtherRecord::recordNumber)
        .containsExactly("M-2");
    assertThat(survivor.previousNames())
        .extracting(PatientIdentity.NameBefore::familyName)
        .containsExactly("Mergewould");

    refused("merge.alreadyMerged", () -> startFor(anna));
    refused(
        "merge.alreadyMerged",
        () ->
            clinic.as(
                DESK,
                s -> {
                  s.get(PatientIdentities.class)
                      .rename(
                          new RenamePatient(anna, merged.version(), "Gil", "Ana", NameEnd.CHANGED));
                  return null;
                }));
    assertThatThrownBy(() -> clinic.complains(anna, BodySite.KNEE, Side.LEFT))
        .as("and the database says so too")
        .hasStackTraceContaining("merged into another one");
  }

  private static PatientIdentity identity(long patient) {
    return clinic.as(DESK, s -> s.get(PatientRecords.class).open(patient, 0)).identity();
  }

  private static List<Long> found(String words) {
    return clinic.as(
        DESK,
        s ->
            s.get(PatientSearch.class).find(words, 0).rows().stream()
                .map(PatientRow::patientId)
                .toList());
  }

  private static long startFor(long patient) {
    return clinic.as(DESK, s -> s.get(Intakes.class).startFor(patient));
  }

  @Test
  void R2_36_aMergeStaysOnceSomethingWasRecordedAndSaysWhat() {
    long one = clinic.register("N-1", "Newsome", "Eva");
    long other = clinic.register("N-2", "Newsom", "Eva");
    clinic.merge(one, other);
    long intake = startFor(one);

    assertThatThrownBy(() -> clinic.undo(other))
        .isInstanceOfSatisfying(
            MergeKept.class, kept -> assertThat(kept.tables()).containsExactly("intake"));
    assertThat(intake).isPositive();
    assertThat(found("N-2")).containsExactly(one);
  }

  @Test
  void R2_35_R2_36_mergesAreTakenApartNewestFirst() {
    long first = clinic.register("C-1", "Chainey", "Rosa");
    long second = clinic.register("C-2", "Chaney", "Rosa");
    long third = clinic.register("C-3", "Chanie", "Rosa");
    clinic.complains(first, BodySite.KNEE, Side.LEFT);
    Map<String, String> before = clinic.dump(first, second, third);
    clinic.merge(second, first);
    clinic.merge(third, second);
    assertThat(found("C-1")).containsExactly(third);

    refused("merge.survivorMerged", () -> clinic.undo(first));
    clinic.undo(second);
    assertThat(found("C-1")).containsExactly(second);
    clinic.undo(first);
    assertThat(clinic.dump(first, second, third)).containsAllEntriesOf(before);
  }

  @Test
  void R2_37_aSecondClickAndASecondTabMergeNothingTwice() {
    long one = clinic.register("D-1", "Double", "Iris");
    long other = clinic.register("D-2", "Dubble", "Iris");
    MergePatients command = clinic.command(one, other, Set.of(), Set.of(), Set.of());
    MergePatients secondTab = clinic.command(one, other, Set.of(), Set.of(), Set.of());

    long merge = clinic.merge(DESK, command);
    assertThat(clinic.merge(DESK, command)).isEqualTo(merge);
    refused("merge.alreadyMerged", () -> clinic.merge(DESK, secondTab));
    assertThat(clinic.rows("select count(*) from patient_merge where survivor_id = " + one).get(0))
        .isEqualTo("1");
  }

  @Test
  void R2_32_nothingIsMergedThatChangedSinceItWasShown() {
    long one = clinic.register("L-1", "Later", "Olga");
    long other = clinic.register("L-2", "Latter", "Olga");
    MergePatients command = clinic.command(one, other, Set.of(), Set.of(), Set.of());
    clinic.complains(other, BodySite.KNEE, Side.LEFT);

    refused("lostUpdate", () -> clinic.merge(DESK, command));
    assertThat(found("L-2")).containsExactly(other);
  }

  @Test
  void R2_37_twoMergesAtOnceDoNotBothPass() throws Exception {
    long one = clinic.register("T-1", "Twofold", "Vera");
    long other = clinic.register("T-2", "Twofald", "Vera");
    MergePatients there = clinic.command(one, other, Set.of(), Set.of(), Set.of());
    MergePatients back = clinic.command(other, one, Set.of(), Set.of(), Set.of());
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<String>> answers =
          people.invokeAll(List.of(attempt(together, there), attempt(together, back)));
      assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
          .containsExactlyInAnyOrder("merged", "merge.alreadyMerged");
    } finally {
      people.shutdownNow();
    }
    assertThat(
            clinic.rows(
                "select count(*) from patient_merge where survivor_id in ("
                    + one
                    + ","
                    + other
                    + ")"))
        .containsExactly("1");
  }

  private static Callable<String> attempt(CyclicBarrier together, MergePatients command) {
    return () -> {
      together.await();
      try {
        clinic.merge(DESK, command);
        return "merged";
      } catch (DomainRefusal refused) {
        return refused.code();
      }
    };
  }

  @Test
  void R2_32_courseOfCareAtOnePlaceIsKeptOrClosedByWhoeverMayTreat() {
    long one = clinic.register("S-1", "Shared", "Lola");
    long other = clinic.register("S-2", "Shard", "Lola");
    long knee = clinic.complains(one, BodySite.KNEE, Side.LEFT);
    long again = clinic.complains(other, BodySite.KNEE, Side.LEFT);
    long back = clinic.complains(other, BodySite.LOW_BACK, Side.MIDLINE);
    Map<String, String> before = clinic.dump(one, other);
    assertThat(clinic.desk(DESK, one, other).shared()).containsExactlyInAnyOrder(knee, again);
    assertThat(clinic.desk(DESK, one, other).mayClose()).isFalse();
    assertThat(clinic.desk(PHYSICIAN, one, other).mayClose()).isTrue();

    MergePatients undecided = clinic.command(one, other, Set.of(), Set.of(), Set.of());
    refused("merge.undecided", () -> clinic.merge(PHYSICIAN, undecided));
    MergePatients closing =
        clinic.command(one, other, Set.of(MergeField.NAME), Set.of(knee), Set.of(again));
    refused("merge.closingNotYours", () -> clinic.merge(DESK, closing));

    clinic.merge(PHYSICIAN, closing);
    assertThat(
            clinic.rows(
                "select state from episode where id in (%d, %d, %d) and patient_id = %d order by id"
                    .formatted(knee, again, back, one)))
        .containsExactly("AWAITING_DIAGNOSIS", "CLOSED_LOST", "AWAITING_DIAGNOSIS");
    assertThat(clinic.rows("select family_name from patient where id = " + one))
        .containsExactly("Shard");

    clinic.undo(other);
    assertThat(clinic.dump(one, other)).containsAllEntriesOf(before);
  }

  @Test
  void R2_32_theOtherClinicsRecordIsNotThere() {
    long ours = clinic.register("O-1", "Ours", "Pia");
    long theirs =
        Long.parseLong(
            clinic
                .<List<?>>as(
                    ELSEWHERE,
                    s ->
                        s.get(EntityManager.class)
                            .createNativeQuery("select min(id) from patient")
                            .getResultList())
                .get(0)
                .toString());
    MergePatients command =
        new MergePatients(
            ours,
            theirs,
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            "same papers",
            "x",
            UUID.randomUUID());
    refused("noSuchRecord", () -> clinic.desk(DESK, ours, theirs));
    refused("noSuchRecord", () -> clinic.desk(DESK, theirs, ours));
    refused("noSuchRecord", () -> clinic.merge(DESK, command));
    refused("noSuchRecord", () -> clinic.undo(theirs));
  }

  @Test
  void thePageTakesTheSameStatementsForSmallAndLargeRecords() {
    long small = clinic.register("P-1", "Page", "Ada");
    long smaller = clinic.register("P-2", "Paige", "Ada");
    long large =
        clinic.id(
            "select patient_id from timeline where patient_id not in (select id from patient where"
                + " merged_into is not null) group by 1 order by count(*) desc limit 1");
    int few = clinic.statementsOf(small, smaller);
    System.out.println("statements: merge desk " + few);
    assertThat(clinic.statementsOf(small, large)).isEqualTo(few);
    assertThat(few).isLessThanOrEqualTo(10);
  }
}
