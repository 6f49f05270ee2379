package org.pacegate.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.intake.IntakeResponses;
import org.pacegate.service.intake.KeptPdf;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.MissingRecord;

/** Sends the PDF of a response, or the page that says why not (R4.94). */
@Named
@RequestScoped
public class ResponseDownload {

  @Inject private IntakeResponses responses;

  private long id;
  private boolean damaged;

  public void send() {
    try {
      Optional<KeptPdf> pdf = responses.pdf(id);
      damaged = pdf.isEmpty();
      if (pdf.isPresent()) {
        Faces.sendFile(pdf.get().bytes(), "intake-" + id + ".pdf", false);
      }
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    } catch (DomainRefusal noneKept) {
      damaged = false;
    }
  }

  /** Whether what is on record is not what was kept. */
  public boolean isDamaged() {
    return damaged;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
