package org.pacegate.service.intake;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.intake.Consent;
import org.pacegate.domain.intake.Intake;
import org.pacegate.domain.intake.IntakeResponse;
import org.pacegate.domain.patient.Patient;
import org.pacegate.domain.screening.Answers;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.pdf.ResponsePdf;
import org.pacegate.service.shared.ClinicContext;

/** Keeps what was asked and answered when an intake is submitted, and renders it once (R4.67). */
@ApplicationScoped
class KeptResponses {

  private static final System.Logger LOG = System.getLogger(KeptResponses.class.getName());

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private IntakeReading reading;
  @Inject private IntakeEntries entries;
  @Inject private ResponsePdf pdf;

  /**
   * Keeps the response of an intake that was submitted in this transaction.
   *
   * @param asked what it asked while it was a draft ({@link #asked})
   * @param consent what was signed; empty when it waits, or a known episode was screened again
   * @param stopped whether a danger left no time for the rest
   */
  void keep(
      Intake intake,
      List<AskedPart> asked,
      Optional<Consent> consent,
      SubmitIntake command,
      boolean stopped) {
    String content =
        new ResponseContent(intake, command, stopped, clinic.acting(), entries.of(intake.id()))
            .askedFrom(reading.forms(intake).names())
            .of(em.find(Patient.class, intake.patientId().orElseThrow()), asked, consent);
    IntakeResponse kept =
        new IntakeResponse(
            intake,
            consent,
            command.words().language(),
            intake.door(),
            content,
            stopped ? evenIfItFails(intake, content) : pdf.of(content),
            clinic.attribution());
    em.persist(kept);
    audit.record(
        AuditAction.CREATE,
        "QuestionnaireResponse",
        intake.id(),
        intake.patientId().orElseThrow(),
        "kept, content " + kept.contentHash() + ", pdf " + kept.pdfHash());
  }

  /** An emergency is recorded whatever the renderer cannot take; the content has everything. */
  private byte[] evenIfItFails(Intake intake, String content) {
    try {
      return pdf.of(content);
    } catch (RuntimeException | StackOverflowError fault) {
      LOG.log(ERROR, "response.unrendered: intake " + intake.id() + " " + fault.getClass());
      return pdf.withoutAnswers(content);
    }
  }

  /** Everything that a draft asks. */
  List<AskedPart> asked(Intake intake) {
    Entries typed = reading.entries(intake);
    Answers answers = reading.answers(intake, typed);
    return AskedPart.all(
        reading.forms(intake),
        reading.rules(intake).enabledQuestions(answers),
        reading.own(intake, typed),
        reading.earlier(intake, typed, answers).setAside());
  }
}
