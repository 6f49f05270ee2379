package org.pacegate.web.patient;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.pacegate.domain.patient.NameEnd;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.merge.MergeKept;
import org.pacegate.service.merge.PatientMerges;
import org.pacegate.service.merge.UndoMerge;
import org.pacegate.service.merge.UndoneMerge;
import org.pacegate.service.patient.PatientIdentities;
import org.pacegate.service.patient.PatientIdentity;
import org.pacegate.service.patient.RenamePatient;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.Translations;

/** Under which names and numbers a patient is known; changing the name, undoing a merge (R2.53). */
@Named("identity")
@ViewScoped
public class IdentityView implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PatientView page;
  @Inject private transient PatientIdentities identities;
  @Inject private transient PatientMerges merges;
  @Inject private transient Refusals refusals;
  @Inject private transient Translations words;

  private transient PatientIdentity known;
  private Long version;
  private String familyName;
  private String givenName;
  private NameEnd why;
  private String undoReason;

  public PatientIdentity getKnown() {
    if (known == null) {
      known = page.getRecord().identity();
      version = version == null ? (Long) known.version() : version;
    }
    return known;
  }

  /** Whether the record has been merged into another one. */
  public boolean isMerged() {
    return getKnown().survivor() != null;
  }

  /** Records another name. */
  public String rename() {
    getKnown();
    try {
      identities.rename(new RenamePatient(page.getId(), version, familyName, givenName, chosen()));
      return done(page.getId(), words.say("patient", "rename.done"));
    } catch (DomainRefusal refused) {
      return refused(refused);
    }
  }

  private NameEnd chosen() {
    if (why == null) {
      throw new InvalidValue("why", "missing");
    }
    return why;
  }

  /** Takes the merge of this record back. */
  public String undo() {
    try {
      UndoneMerge undone = merges.undo(new UndoMerge(page.getId(), undoReason));
      return done(page.getId(), words.say("patient", "merge.undone", undone.plansLeftSuspended()));
    } catch (MergeKept kept) {
      refusals.at(null, words.say("patient", "refusal.merge.newSince", said(kept)));
      readAgain();
      return null;
    } catch (DomainRefusal refused) {
      return refused(refused);
    }
  }

  private String said(MergeKept kept) {
    StringBuilder all = new StringBuilder();
    for (String table : kept.tables()) {
      String key = "merge.new." + table;
      all.append(all.isEmpty() ? "" : ", ")
          .append(words.say("patient", words.knows("patient", key) ? key : "merge.new.other"));
    }
    return all.toString();
  }

  private String refused(DomainRefusal refused) {
    refusals.show("patient", refused);
    readAgain();
    return null;
  }

  private void readAgain() {
    known = null;
    version = null;
    page.load();
  }

  private String done(long patient, String news) {
    refusals.news(news);
    return "/patient/patient?faces-redirect=true&id=" + patient;
  }

  public String getFamilyName() {
    return familyName == null ? page.getRecord().header().familyName() : familyName;
  }

  public void setFamilyName(String familyName) {
    this.familyName = familyName;
  }

  public String getGivenName() {
    return givenName == null ? page.getRecord().header().givenName() : givenName;
  }

  public void setGivenName(String givenName) {
    this.givenName = givenName;
  }

  public NameEnd getWhy() {
    return why;
  }

  public void setWhy(NameEnd why) {
    this.why = why;
  }

  public String getUndoReason() {
    return undoReason;
  }

  public void setUndoReason(String undoReason) {
    this.undoReason = undoReason;
  }
}
