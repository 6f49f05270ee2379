package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
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

/** Reads one episode as a physician needs it: the intake beside the diagnosis. */
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
    PatientEpisode known = patients.episodeWithHeader(episodeId);
    PatientHeader header = known.header();
    EpisodeSummary episode = known.episode();
    audit.record(
        AuditAction.READ, "EpisodeOfCare", episodeId, header.patientId(), "diagnosis desk");
    Optional<RecordedAnswers> recorded = answers.newestOf(episodeId);
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
        diagnoses.ofEpisode(episodeId, header),
        drafts.find(Diagnoses.FORM, episodeId).orElse(null),
        licence.today().isPresent());
  }
}
