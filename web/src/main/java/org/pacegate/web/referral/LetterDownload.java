package org.pacegate.web.referral;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.referral.Letters;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.web.shared.MissingRecord;

/** Opens the letter that was sent, or the page that says why not (R5.68). */
@Named
@RequestScoped
public class LetterDownload {

  @Inject private Letters letters;

  private long id;
  private boolean damaged;

  public void send() {
    try {
      Optional<byte[]> pdf = letters.sent(id);
      damaged = pdf.isEmpty();
      if (pdf.isPresent()) {
        Faces.sendFile(pdf.get(), "referral-" + id + ".pdf", false);
      }
    } catch (NoSuchRecord none) {
      MissingRecord.answer();
    } catch (DomainRefusal noneSent) {
      damaged = false;
    }
  }

  /** Whether what is on record is not what was sent. */
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
