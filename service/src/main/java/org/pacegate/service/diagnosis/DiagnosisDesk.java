package org.pacegate.service.diagnosis;

import java.util.List;
import org.pacegate.domain.injury.RunningHabits;
import org.pacegate.service.intake.OwnAnswer;
import org.pacegate.service.intake.RecordedAnswers;
import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.screening.ScreeningView;

/**
 * Everything that whoever diagnoses has in front of them for one episode.
 *
 * @param recorded the answers of the newest submitted intake, or null
 * @param habits how the runner runs, or null
 * @param own what was answered to the clinic's own forms, as last corrected
 * @param screenings newest first
 * @param diagnoses newest first
 * @param draft what the caller typed and has not signed, as the form kept it, or null
 * @param mayDiagnose whether the caller holds a licence to diagnose with today
 * @param mayEndStanding whether it is one that the standing diagnosis may be replaced or refuted
 *     with: a physician's, or another for what was signed without a physician's
 * @param mayDecideFlags whether it is a physician's
 */
public record DiagnosisDesk(
    PatientHeader header,
    EpisodeSummary episode,
    RecordedAnswers recorded,
    RunningHabits habits,
    List<OwnAnswer> own,
    List<ScreeningView> screenings,
    List<DiagnosisView> diagnoses,
    String draft,
    boolean mayDiagnose,
    boolean mayEndStanding,
    boolean mayDecideFlags) {}
