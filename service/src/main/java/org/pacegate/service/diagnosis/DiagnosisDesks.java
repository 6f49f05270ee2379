package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.diagnosis.ClinicalStatus;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.OwnLicence;
import org.pacegate.service.intake.AnswersReading;
import org.pacegate.service.intake.OwnAnswers;
import org.pacegate.service.intake.RecordedAnswers;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientEpisode;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientReading;
import org.pacegate.service.screening.ScreeningReading;
import org.pacegate.service.shared.FormDrafts;
import org.pacegate.service.shared.InClinic;

/** Reads one episode as whoever diagnoses needs it: the intake beside the diagnosis. */
@Stateless
@InClinic
@RolesAllowed({"PHYSICIAN", "THERAPIST"})
public class DiagnosisDesks {

  @Inject private AuditTrail audit;
  @Inject private PatientReading patients;
  @Inject private AnswersReading answers;
  @Inject private ScreeningReading screenings;
  @Inject private DiagnosisReading diagnoses;
  @Inject private OwnLicence licence;
  @Inject private FormDrafts drafts;
  @Inject private OwnAnswers own;

  /** Everything about an episode. */
  public DiagnosisDesk open(long episodeId) {
    PatientEpisode found = patients.episodeWithHeader(episodeId);
    PatientHeader header = found.header();
    EpisodeSummary episode = found.episode();
    audit.record(
        AuditAction.READ, "EpisodeOfCare", episodeId, header.patientId(), "diagnosis desk");
    Optional<RecordedAnswers> recorded = answers.newestOf(episodeId);
    List<DiagnosisView> known = diagnoses.ofEpisode(episodeId, header);
    Optional<Licence> held = licence.toDiagnose();
    return new DiagnosisDesk(
        header,
        episode,
        recorded.orElse(null),
        patients.habits(episodeId).orElse(null),
        recorded
            .filter(RecordedAnswers::ownForms)
            .map(any -> own.of(episodeId, episode.bodySite()))
            .orElse(List.of()),
        screenings.ofEpisode(episodeId),
        known,
        drafts.find(Diagnoses.FORM, episodeId).orElse(null),
        held.isPresent(),
        held.filter(one -> one.isPhysicians() || standsWithoutPhysician(known)).isPresent(),
        held.filter(Licence::isPhysicians).isPresent());
  }

  private static boolean standsWithoutPhysician(List<DiagnosisView> known) {
    return known.stream()
        .filter(diagnosis -> diagnosis.clinicalStatus() == ClinicalStatus.ACTIVE)
        .allMatch(DiagnosisView::directAccess);
  }
}
