package org.pacegate.service.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacegate.service.demonstration.LoadedDemonstration.DESK;
import static org.pacegate.service.demonstration.LoadedDemonstration.THERAPIST;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.service.audit.AuditLine;
import org.pacegate.service.audit.AuditLog;
import org.pacegate.service.intake.IntakeDraftRow;
import org.pacegate.service.intake.Intakes;
import org.pacegate.service.patient.MatchQuestion;
import org.pacegate.service.patient.PatientRow;
import org.pacegate.service.patient.PatientSearch;
import org.pacegate.service.testing.TestClinics;
import org.pacegate.service.worklist.Worklist;
import org.pacegate.service.worklist.WorklistRow;

/** R9.8: whoever saw somebody's name in a list is named where the record's readers are. */
class WhoHasSeenARecordTest {

  private static final String ADMINISTRATOR = "olivia.hart@riverside";

  private final TestClinics clinics = LoadedDemonstration.once();

  private List<AuditLine> seen(long patientId) {
    return clinics.as(
        ADMINISTRATOR, services -> services.get(AuditLog.class).pageOfPatient(patientId, null));
  }

  private AuditLine newest(long patientId) {
    return seen(patientId).get(1); // above it stands this question itself
  }

  @Test
  void a_page_of_patients_names_each_of_them_in_one_event() {
    List<PatientRow> rows =
        clinics.as(DESK, services -> services.get(PatientSearch.class).find("", 0).rows());

    AuditLine first = newest(rows.get(0).patientId());
    assertThat(first.action()).isEqualTo(AuditAction.SEARCH);
    assertThat(first.by()).isEqualTo("Anna Lindqvist");
    assertThat(first.detail()).startsWith("rows 25 patients ");
    assertThat(newest(rows.get(24).patientId()).id()).isEqualTo(first.id());
    assertThat(seen(rows.get(0).patientId()))
        .isSortedAccordingTo((a, b) -> Long.compare(b.id(), a.id()));
  }

  @Test
  void the_worklist_names_whom_it_showed() {
    List<WorklistRow> rows =
        clinics.as(THERAPIST, services -> services.get(Worklist.class).mine(0).rows());
    assertThat(rows)
        .as("what a runner sent is of nobody yet")
        .filteredOn(row -> row.patientId() != null)
        .isNotEmpty()
        .allSatisfy(row -> assertThat(newest(row.patientId()).detail()).startsWith("worklist "));
  }

  @Test
  void possible_matches_and_drafts_name_known_patients() {
    PatientRow known =
        clinics.as(DESK, services -> services.get(PatientSearch.class).find("", 0).rows()).get(0);
    clinics.as(
        DESK,
        services ->
            services
                .get(PatientSearch.class)
                .possibleMatches(
                    new MatchQuestion(known.familyName(), known.givenName(), null, null, null)));
    assertThat(newest(known.patientId()).detail()).startsWith("matches ");

    List<Long> inDrafts =
        clinics
            .as(
                DESK,
                services -> {
                  Intakes intakes = services.get(Intakes.class);
                  long draft = intakes.startFor(known.patientId());
                  List<IntakeDraftRow> rows = intakes.drafts();
                  intakes.discard(draft);
                  return rows;
                })
            .stream()
            .map(IntakeDraftRow::patientId)
            .toList();
    assertThat(inDrafts).contains(known.patientId());
    assertThat(seen(known.patientId()))
        .extracting(AuditLine::detail)
        .anySatisfy(detail -> assertThat(detail).startsWith("drafts "));
  }

  @Test
  void a_search_without_a_hit_is_written_down_and_belongs_to_no_record() {
    clinics.as(DESK, services -> services.get(PatientSearch.class).find("zzzzzz", 0));
    List<AuditLine> all =
        clinics.as(ADMINISTRATOR, services -> services.get(AuditLog.class).page(null));
    assertThat(Stream.of(all.get(0), all.get(1)).map(AuditLine::detail))
        .containsExactly("clinic", "rows 0");
  }
}
