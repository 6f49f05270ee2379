package org.pacegate.service.patient;

/** An episode as it stands, with the header of the patient whose it is. */
public record PatientEpisode(PatientHeader header, EpisodeSummary episode) {}
