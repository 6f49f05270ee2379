package org.pacegate.service.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.pacegate.domain.diagnosis.ClinicalStatus;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.injury.BodySite;

/**
 * A diagnosis as it is shown, with its findings. What has not happened is null.
 *
 * @param directAccess whether it was signed without a physician's licence
 * @param carriesUntil last day on which it carries treatment, or null without a limit
 * @param openReviews how many reviews of it wait for an answer
 * @param doubted whether the last answer to one was that it should be revised
 */
public record DiagnosisView(
    long diagnosisId,
    String code,
    String edition,
    String labelEn,
    String labelEs,
    String words,
    BodySite bodySite,
    boolean boneStress,
    VerificationStatus verificationStatus,
    ClinicalStatus clinicalStatus,
    Instant recordedAt,
    String recordedBy,
    boolean directAccess,
    LocalDate carriesUntil,
    Instant endedAt,
    String endedBy,
    String endReason,
    int openReviews,
    boolean doubted,
    List<FindingView> findings) {}
