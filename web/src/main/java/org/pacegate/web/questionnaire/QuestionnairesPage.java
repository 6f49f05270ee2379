package org.pacegate.web.questionnaire;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.service.questionnaire.FileReport;
import org.pacegate.service.questionnaire.QuestionnaireLibrary;
import org.pacegate.service.questionnaire.QuestionnaireLine;
import org.pacegate.service.questionnaire.Questionnaires;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** The list of questionnaires, and a file that is checked before it is kept (R4.90). */
@Named
@ViewScoped
public class QuestionnairesPage implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String FEATURE = "questionnaire";

  /** One more than the service takes: what is longer need not be read to be refused. */
  private static final int ENOUGH = 1_048_577;

  @Inject private transient QuestionnaireLibrary library;
  @Inject private transient Questionnaires questionnaires;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;

  private transient List<QuestionnaireLine> lines;
  private transient Part file;
  private transient FileReport report;
  private byte[] checked;
  private String licence;

  public List<QuestionnaireLine> getLines() {
    if (lines == null) {
      lines = library.all();
    }
    return lines;
  }

  /** The dry run; the file is remembered by this page alone, so that it can be kept next. */
  public void check() {
    checked = null;
    report = null;
    if (file == null || file.getSize() == 0) {
      refusals.at("file", words.say(FEATURE, "file.missing"));
      return;
    }
    try (InputStream in = file.getInputStream()) {
      byte[] read = in.readNBytes(ENOUGH);
      report = questionnaires.check(read);
      checked = report.isLoadable() ? read : null;
    } catch (DomainRefusal refused) {
      refusals.show(FEATURE, refused);
    } catch (IOException unreadable) {
      refusals.at("file", words.say(FEATURE, "file.unreadable"));
    }
  }

  /** Keeps the checked file as a draft. */
  public void keep() {
    if (checked == null) {
      refusals.at(null, words.say(FEATURE, "file.missing"));
      return;
    }
    try {
      questionnaires.load(checked, licence);
      refusals.news(words.say(FEATURE, "kept"));
      Faces.redirect(Faces.getRequestContextPath() + "/clinic/questionnaires.xhtml");
    } catch (DomainRefusal refused) {
      refusals.show(FEATURE, refused);
    }
  }

  public FileReport getReport() {
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

  public String getLicence() {
    return licence;
  }

  public void setLicence(String licence) {
    this.licence = licence;
  }
}
