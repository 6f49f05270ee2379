package org.pacegate.service.referral;

import org.pacegate.service.patient.EpisodeSummary;
import org.pacegate.service.patient.PatientHeader;

/** Whom and what a new referral is about. */
public record NewReferral(PatientHeader header, EpisodeSummary episode) {}
