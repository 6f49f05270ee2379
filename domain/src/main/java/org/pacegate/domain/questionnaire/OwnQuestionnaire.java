package org.pacegate.domain.questionnaire;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.pacegate.domain.shared.Attribution;
import org.pacegate.domain.shared.ClinicRecord;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.Words;

/**
 * One version of a questionnaire that a clinic has loaded. It begins as a draft, is put to use, and
 * is retired; its file never changes.
 */
@Entity
@Table(name = "questionnaire")
public class OwnQuestionnaire extends ClinicRecord {

  private String form;

  @Column(name = "form_version")
  private String formVersion;

  private String title;

  @Column(name = "title_es")
  private String titleEs;

  private int questions;
  private String content;

  @Column(name = "file_hash")
  private String fileHash;

  @Column(name = "licence_statement")
  private String licenceStatement;

  @Enumerated(EnumType.STRING)
  private OwnState state;

  @Column(name = "loaded_at")
  private Instant loadedAt;

  @Column(name = "loaded_by")
  private long loadedBy;

  @Column(name = "activated_at")
  private Instant activatedAt;

  @Column(name = "activated_by")
  private Long activatedBy;

  @Column(name = "retired_at")
  private Instant retiredAt;

  @Column(name = "retired_by")
  private Long retiredBy;

  protected OwnQuestionnaire() {}

  /**
   * Loads a version as a draft.
   *
   * @param content the file as it was read, FHIR R4 JSON
   * @param fileHash SHA-256 of the file, 64 hexadecimal digits
   * @param licenceStatement why the clinic may use it
   */
  public OwnQuestionnaire(
      Questionnaire read,
      String content,
      String fileHash,
      String licenceStatement,
      Attribution loaded) {
    this.form = read.id();
    this.formVersion = read.version();
    this.title = read.title().english();
    this.titleEs = read.title().spanish().orElse(null);
    this.questions = read.questions().size();
    this.content = content;
    this.fileHash = fileHash;
    this.licenceStatement = Words.required("licence", licenceStatement, 2_000);
    this.state = OwnState.DRAFT;
    this.loadedAt = loaded.at();
    this.loadedBy = loaded.by();
  }

  /**
   * New responses are given to it from now on.
   *
   * @throws DomainRefusal {@code questionnaire.notDraft}
   */
  public void activate(Attribution activated) {
    expectDraft();
    state = OwnState.ACTIVE;
    activatedAt = activated.at();
    activatedBy = activated.by();
  }

  /**
   * Refuses a version that is in use, or was.
   *
   * @throws DomainRefusal {@code questionnaire.notDraft}
   */
  public void expectDraft() {
    if (state != OwnState.DRAFT) {
      throw new DomainRefusal("questionnaire.notDraft", "questionnaire " + id() + " " + state);
    }
  }

  /**
   * It is asked of these from now on; intakes that began before go on as they began.
   *
   * @param number of what is said of it, from 1
   * @throws DomainRefusal {@code questionnaire.notInUse} for a draft, or one that is retired
   */
  public OwnAudience askOf(Audience audience, int number, Attribution said) {
    if (state != OwnState.ACTIVE) {
      throw new DomainRefusal("questionnaire.notInUse", "questionnaire " + id() + " " + state);
    }
    return new OwnAudience(this, number, audience, said);
  }

  /** Whether it is a draft of this very file, loaded for this reason. */
  public boolean isDraftOf(String file, String licence) {
    return state == OwnState.DRAFT
        && fileHash.equals(file)
        && licenceStatement.equals(licence.strip());
  }

  /**
   * No new responses from now on; also a draft that nobody wants.
   *
   * @throws DomainRefusal {@code questionnaire.retired}
   */
  public void retire(Attribution retired) {
    if (state == OwnState.RETIRED) {
      throw new DomainRefusal("questionnaire.retired", "questionnaire " + id());
    }
    state = OwnState.RETIRED;
    retiredAt = retired.at();
    retiredBy = retired.by();
  }

  public String form() {
    return form;
  }

  public String formVersion() {
    return formVersion;
  }

  public Text title() {
    return new Text(title, Optional.ofNullable(titleEs));
  }

  /** How many questions it may ask. */
  public int questions() {
    return questions;
  }

  public String content() {
    return content;
  }

  public String fileHash() {
    return fileHash;
  }

  public String licenceStatement() {
    return licenceStatement;
  }

  public OwnState state() {
    return state;
  }

  public Instant loadedAt() {
    return loadedAt;
  }
}
