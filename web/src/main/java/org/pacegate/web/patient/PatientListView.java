package org.pacegate.web.patient;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.pacegate.service.patient.PatientPage;
import org.pacegate.service.patient.PatientSearch;
import org.pacegate.web.shared.Translations;

/** The list of patients, and finding one. */
@Named("patientList")
@RequestScoped
public class PatientListView {

  private static final int LONGEST = 200;

  @Inject private PatientSearch patients;
  @Inject private Translations translations;
  private PatientPage list;
  private String words = "";
  private int page;

  /** Reads the page that the address asks for. */
  public void load() {
    list = patients.find(words, page);
  }

  /** Read again when a form of the frame was sent, for which the page's own action is not run. */
  public PatientPage getList() {
    if (list == null) {
      load();
    }
    return list;
  }

  public String getSummary() {
    return translations.say("patient", "list.summary", getList().total());
  }

  public int getPageSize() {
    return PatientSearch.pageSize();
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    String asked = words == null ? "" : words.strip();
    this.words = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
