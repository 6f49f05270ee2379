package org.pacegate.web.patient;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.omnifaces.util.Faces;
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
  @Inject private HttpServletRequest request;
  private PatientPage list;
  private String search;
  private String words = "";
  private int page;

  /**
   * Reads the page that the address asks for. A search comes as a post and goes on as an address
   * without the words.
   */
  public void load() {
    if ("POST".equals(request.getMethod()) && !Faces.isPostback()) {
      Faces.redirect(address(shortened(request.getParameter("words"))));
      return;
    }
    words = search == null ? "" : KeptSearches.in(request).find(search);
    list = patients.find(words, page);
  }

  private String address(String searched) {
    String all = request.getContextPath() + "/patient/index.xhtml";
    return searched.isEmpty()
        ? all
        : all + "?search=" + KeptSearches.in(request).keep(searched, request);
  }

  private static String shortened(String typed) {
    String asked = typed == null ? "" : typed.strip();
    return asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
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

  public String getSearch() {
    return search;
  }

  public void setSearch(String search) {
    this.search = search;
  }

  public int getPage() {
    return page;
  }

  public void setPage(int page) {
    this.page = Math.max(0, page);
  }
}
