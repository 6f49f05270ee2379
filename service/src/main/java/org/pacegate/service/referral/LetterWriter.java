package org.pacegate.service.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pacegate.domain.injury.Episode;
import org.pacegate.domain.patient.Language;
import org.pacegate.domain.referral.Recipient;
import org.pacegate.domain.referral.Referral;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientReading;
import org.pacegate.service.pdf.LetterPdf;
import org.pacegate.service.screening.RuleSets;
import org.pacegate.service.screening.ScreeningReading;
import org.pacegate.service.shared.ClinicContext;

/**
 * Writes the letter of a referral from the record as it is now. What is previewed and what is sent
 * are written here and nowhere else (R5.62).
 */
@ApplicationScoped
class LetterWriter {

  @Inject private ClinicContext clinic;
  @Inject private LetterReading reading;
  @Inject private PatientReading patients;
  @Inject private ScreeningReading screenings;
  @Inject private RuleSets rules;
  @Inject private LetterPdf pdf;

  /**
   * The letter that goes out if it is sent now.
   *
   * @param to whom of the directory, or null
   */
  Letter write(Referral referral, Episode episode, Recipient to, LetterForm form) {
    Language language = language(to, form);
    PatientHeader patient = patients.headerOfEpisode(episode.id());
    LetterFacts facts = reading.facts(patient.patientId(), episode.id());
    String content =
        new LetterContent(form.words(), language)
            .from(clinic.acting(), clinic.today().toString(), facts)
            .to(to, referral.request().target())
            .about(patient, facts.patient())
            .why(referral.id(), referral.request(), form.text())
            .danger(
                new LetterDanger(
                        screenings.ofEpisode(episode.id()),
                        rules,
                        form.words(),
                        language,
                        reading::answered)
                    .json())
            .complaint(episode.injury())
            .known(facts)
            .running(patients.habits(episode.id()))
            .text();
    return new Letter(language, content, pdf.of(content));
  }

  /** The chosen one, or the recipient's, or for somebody unknown that of whoever writes. */
  Language language(Recipient to, LetterForm form) {
    if (form.language() != null) {
      return form.language();
    }
    return to == null ? clinic.acting().language() : to.letterLanguage();
  }
}
