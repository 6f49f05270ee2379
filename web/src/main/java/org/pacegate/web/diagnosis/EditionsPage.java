package org.pacegate.web.diagnosis;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.pacegate.domain.diagnosis.EditionState;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.diagnosis.EditionLine;
import org.pacegate.service.diagnosis.EditionReport;
import org.pacegate.service.diagnosis.Editions;
import org.pacegate.service.diagnosis.LoadEdition;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** The editions of the list of codes, and a file that is checked before it is kept (R6.47). */
@Named
@ViewScoped
public class EditionsPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String FEATURE = "diagnosis";

  /** One more than the service takes: what is longer need not be read to be refused. */
  private static final int ENOUGH = 5_242_881;

  @Inject private transient Editions editions;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;

  private transient List<EditionLine> lines;
  private transient Part file;
  private transient EditionReport report;
  private byte[] checked;
  private String system;
  private String edition;

  public List<EditionLine> getLines() {
    if (lines == null) {
      lines = editions.all();
    }
    return lines;
  }

  /** What an edition is today: the end of a key of the bundle. */
  public String state(EditionLine line) {
    if (line.inForce()) {
      return "IN_FORCE";
    }
    if (line.state() == null) {
      return "SHIPPED";
    }
    return line.state() == EditionState.ACTIVE && !line.open() ? "PAST" : line.state().name();
  }

  /** The dry run; the file is remembered by this page alone, so that it can be kept next. */
  public void check() {
    checked = null;
    report = null;
    if (file == null || file.getSize() == 0) {
      refusals.at("file", words.say(FEATURE, "edition.file.missing"));
      return;
    }
    try (InputStream in = file.getInputStream()) {
      byte[] read = in.readNBytes(ENOUGH);
      report = editions.check(read);
      checked = report.isLoadable() ? read : null;
    } catch (DomainRefusal refused) {
      refusals.show(FEATURE, refused);
    } catch (IOException unreadable) {
      refusals.at("file", words.say(FEATURE, "edition.file.unreadable"));
    }
  }

  /** Keeps the checked file as a draft. */
  public void keep() {
    if (checked == null) {
      refusals.at(null, words.say(FEATURE, "edition.file.missing"));
      return;
    }
    try {
      long kept = editions.load(checked, new LoadEdition(system, edition));
      refusals.news(words.say(FEATURE, "edition.kept"));
      Faces.redirect(
          Faces.getRequestContextPath() + "/clinic/codes.xhtml?edition=%s", Long.toString(kept));
    } catch (DomainRefusal refused) {
      refusals.show(FEATURE, refused);
    }
  }

  public EditionReport getReport() {
    return report;
  }

  public boolean isKeepable() {
    return checked != null;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getSystem() {
    return system;
  }

  public void setSystem(String system) {
    this.system = system;
  }

  public String getEdition() {
    return edition;
  }

  public void setEdition(String edition) {
    this.edition = edition;
  }
}
