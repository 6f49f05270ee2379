package org.pacegate.web.clinic;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import org.omnifaces.util.Faces;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.clinic.AddProof;
import org.pacegate.service.clinic.LicenceLedger;
import org.pacegate.service.clinic.LicenceView;
import org.pacegate.service.clinic.PlaceLicence;
import org.pacegate.service.clinic.ProofFile;
import org.pacegate.service.clinic.VerifyLicence;
import org.pacegate.web.shared.AddressNumber;
import org.pacegate.web.shared.Refusals;
import org.pacegate.web.shared.SubmissionKey;

/** One licence of the ledger: where it holds, who looked it up, its documents (R11.80). */
@Named
@RequestScoped
public class LicencePage {

  /** One more than the service takes: what is longer need not be read to be refused. */
  private static final int ENOUGH = 5_242_881;

  @Inject private LicenceLedger ledger;
  @Inject private Refusals refusals;
  @Inject private SubmissionKey key;

  private long licence;
  private Long version;
  private LicenceView view;
  private String jurisdiction;
  private String scope;
  private String verification;
  private Part proof;

  /** The record travels with every request, so that the page is built before it is asked. */
  @PostConstruct
  void readRecord() {
    licence = AddressNumber.id("licence");
  }

  /** Reads the record before anything is drawn. */
  public void load() {
    getView();
  }

  public void place() {
    try {
      ledger.place(new PlaceLicence(licence, seen(), jurisdiction, scope));
      again("licence.placed");
    } catch (DomainRefusal refused) {
      refuse(refused);
    }
  }

  public void verify() {
    try {
      ledger.verify(new VerifyLicence(licence, seen(), verification));
      again("licence.verified");
    } catch (DomainRefusal refused) {
      refuse(refused);
    }
  }

  public void add() {
    try {
      ledger.addProof(content(), new AddProof(licence, key.getValue()));
      again("licence.proof.added");
    } catch (DomainRefusal refused) {
      refuse(refused);
    }
  }

  /** Sends a document to be saved; no browser shows it on our pages (R11.81). */
  public void send(long proofId) throws IOException {
    ProofFile file = ledger.proof(proofId);
    Faces.sendFile(file.bytes(), file.name(), true);
  }

  private byte[] content() {
    if (proof == null) {
      return new byte[0];
    }
    try (InputStream in = proof.getInputStream()) {
      return in.readNBytes(ENOUGH);
    } catch (IOException unreadable) {
      throw new InvalidValue("proof", "missing");
    }
  }

  private void again(String news) {
    refusals.newsThere(
        "clinic", news, Faces.getRequestContextPath() + "/clinic/licence.xhtml?licence=" + licence);
  }

  private void refuse(DomainRefusal refused) {
    refusals.show("clinic", refused);
    view = null;
    // What follows is about the licence as it is shown now.
    version = null;
  }

  /** A form without its version was not filled in on this page; no record has the version -1. */
  private long seen() {
    return version == null ? -1 : version;
  }

  public LicenceView getView() {
    if (view == null) {
      view = ledger.open(licence);
    }
    return view;
  }

  public long getLicence() {
    return licence;
  }

  public void setLicence(long licence) {
    this.licence = licence;
  }

  public long getVersion() {
    return version == null ? getView().line().version() : version;
  }

  public void setVersion(long version) {
    this.version = version;
  }

  public String getJurisdiction() {
    return jurisdiction == null ? getView().line().jurisdiction() : jurisdiction;
  }

  public void setJurisdiction(String jurisdiction) {
    this.jurisdiction = jurisdiction;
  }

  public String getScope() {
    return scope;
  }

  public void setScope(String scope) {
    this.scope = scope;
  }

  public String getVerification() {
    return verification;
  }

  public void setVerification(String verification) {
    this.verification = verification;
  }

  public Part getProof() {
    return proof;
  }

  public void setProof(Part proof) {
    this.proof = proof;
  }
}
