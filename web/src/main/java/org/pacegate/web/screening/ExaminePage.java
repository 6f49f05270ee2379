package org.pacegate.web.screening;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pacegate.domain.screening.Question;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.patient.PatientHeader;
import org.pacegate.service.patient.PatientRecords;
import org.pacegate.service.screening.ExaminationForm;
import org.pacegate.service.screening.Examinations;
import org.pacegate.service.screening.RecordExamination;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.MissingRecord;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;
import org.pacegate.web.shared.Translations;

/** A clinician answers what an examination for a clot found (R1.106). */
@Named
@RequestScoped
public class ExaminePage {

  @Inject private Examinations examinations;
  @Inject private PatientRecords records;
  @Inject private Refusals refusals;
  @Inject private Translations words;
  @Inject private SubmissionKey key;

  private final long id = AddressNumber.id("screening");
  private final Map<String, String> answers = new HashMap<>();
  private ExaminationForm form;
  private PatientHeader patient;

  /** Shows the page, or says that there is no such screening. */
  public void open() {
    try {
      getPatient();
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    }
  }

  public ExaminationForm getForm() {
    if (form == null) {
      form = examinations.form(id);
    }
    return form;
  }

  public PatientHeader getPatient() {
    if (patient == null) {
      patient = records.header(getForm().patientId());
    }
    return patient;
  }

  public String record() {
    List<Question> open =
        getForm().questions().stream()
            .filter(question -> answers.get(question.linkId()) == null)
            .toList();
    if (!open.isEmpty()) {
      open.forEach(
          question ->
              refusals.show("screening", new InvalidValue("a-" + question.linkId(), "missing")));
      return null;
    }
    try {
      long found = examinations.record(new RecordExamination(id, answers, key.getValue()));
      refusals.news(words.say("screening", "examine.done"));
      return "/screening/screening?faces-redirect=true&id=" + found;
    } catch (DomainRefusal refused) {
      refusals.show("screening", refused);
      return null;
    }
  }

  /** What every question may be answered with. */
  public List<String> getOptions() {
    return List.of("YES", "NO", "UNSURE");
  }

  /** The answers being given, by question. */
  public Map<String, String> getAnswers() {
    return answers;
  }
}
