package org.pacegate.web.clinic;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.pacegate.service.clinic.LicenceLine;
import org.pacegate.service.clinic.Licences;
import org.pacegate.web.shared.Translations;

/** What an administrator is told of licences that end or have ended (R11.82). */
@Named
@RequestScoped
public class EndingLicences {

  private static final int LAST_WEEK = 7;

  @Inject private Licences licences;
  @Inject private Translations words;
  private List<LicenceLine> lines;

  public List<LicenceLine> getLines() {
    if (lines == null) {
      lines = licences.ending();
    }
    return lines;
  }

  public String getTitle() {
    return words.say("clinic", "ending.title", getLines().size());
  }

  /** As urgent as the most urgent of them. */
  public String getLevel() {
    boolean now = getLines().stream().anyMatch(line -> line.ran() || line.warning() == LAST_WEEK);
    return now ? "u1" : "u2";
  }
}
