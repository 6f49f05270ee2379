package org.pacegate.service.questionnaire;

import static java.util.stream.Collectors.joining;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Optional;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.questionnaire.Audience;
import org.pacegate.domain.questionnaire.OwnQuestionnaire;
import org.pacegate.domain.questionnaire.OwnState;
import org.pacegate.domain.questionnaire.Questionnaire;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.domain.shared.Words;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;

/** What an administrator does with the clinic's own questionnaires. */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class Questionnaires {

  private static final String ENTITY = "Questionnaire";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private ShippedForms shipped;
  @Inject private Validation validation;
  @Inject private OwnQuestionnaires owns;
  @Inject private OwnForms forms;

  /**
   * The dry run: everything that is wrong with a file, and what loading it would do (R4.77). Stores
   * nothing.
   *
   * @throws DomainRefusal {@code questionnaire.notValidated} if the validator gave no answer
   */
  public FileReport check(byte[] file) {
    FileReport report = report(new QuestionnaireFile(file));
    audit.record(
        AuditAction.READ,
        ENTITY,
        null,
        null,
        "dry run of a file of %d bytes, %d problems"
            .formatted(file.length, report.problems().size()));
    return report;
  }

  private FileReport report(QuestionnaireFile file) {
    QuestionnaireReading reading = QuestionnaireReader.read(file);
    if (reading.questionnaire().isEmpty()) {
      return FileReport.refused(reading.problems());
    }
    Questionnaire read = reading.questionnaire().get();
    if (shipped.all().stream().anyMatch(each -> each.id().equals(read.id()))) {
      return FileReport.refused(List.of(FileProblem.ofWhole("own.shippedForm", read.id())));
    }
    List<FileProblem> invalid = validated(file);
    return invalid.isEmpty()
        ? FileReports.of(read, owns.newest(read.id()).map(OwnFiles::read))
        : FileReport.refused(invalid);
  }

  private List<FileProblem> validated(QuestionnaireFile file) {
    try {
      return validation.errors(List.of(file)).get(0);
    } catch (ValidatorFailed failed) {
      throw new DomainRefusal("questionnaire.notValidated", failed.getMessage());
    }
  }

  /**
   * Keeps a file as a draft (R4.78). The same file with the same reason gives the draft that it
   * already is.
   *
   * @param content FHIR R4 JSON, in UTF-8
   * @param licence why the clinic may use it
   * @return its id
   * @throws InvalidValue {@code file.malformed} for one with problems, {@code file.versionTaken} if
   *     another file is that version of the form, or for {@code licence}
   * @throws DomainRefusal {@code questionnaire.notValidated}
   */
  @Command
  public long load(byte[] content, String licence) {
    Words.required("licence", licence, 2_000);
    QuestionnaireFile file = new QuestionnaireFile(content);
    FileReport report = report(file);
    Questionnaire read =
        report.questionnaire().orElseThrow(() -> new InvalidValue("file", "malformed"));
    Optional<OwnQuestionnaire> same = owns.version(read.id(), read.version());
    if (same.isPresent()) {
      return same.filter(kept -> kept.isDraftOf(file.hash(), licence))
          .map(OwnQuestionnaire::id)
          .orElseThrow(() -> new InvalidValue("file", "versionTaken"));
    }
    OwnQuestionnaire own =
        new OwnQuestionnaire(read, file.text(), file.hash(), licence, clinic.attribution());
    em.persist(own);
    em.flush();
    record(AuditAction.CREATE, own, "loaded, sha-256 " + own.fileHash());
    return own.id();
  }

  /**
   * Puts a draft to use and says of whom it is asked; the version that was in use is retired
   * (R4.78, R4.154).
   *
   * @throws DomainRefusal {@code questionnaire.notDraft}, {@code questionnaire.notValidated}
   * @throws LostUpdate if somebody changed it since it was seen
   */
  @Command
  public void activate(@Valid AskQuestionnaire wanted) {
    OwnQuestionnaire own = seen(wanted.seen());
    if (!validated(OwnFiles.file(own)).isEmpty()) {
      throw new DomainRefusal("questionnaire.notValidated", "questionnaire " + own.id());
    }
    own.expectDraft();
    em.createQuery(
            "select q from OwnQuestionnaire q where q.form = :form and q.state = :state",
            OwnQuestionnaire.class)
        .setParameter("form", own.form())
        .setParameter("state", OwnState.ACTIVE)
        .getResultStream()
        .filter(other -> !other.id().equals(own.id()))
        .forEach(other -> retire(other, "retired for version " + own.formVersion()));
    own.activate(clinic.attribution());
    em.flush();
    record(AuditAction.CHANGE, own, "put to use");
    say(own, wanted.audience());
  }

  /**
   * A version in use is asked of others from now on (R4.154).
   *
   * @throws DomainRefusal {@code questionnaire.notInUse}
   * @throws LostUpdate if somebody changed it since it was seen
   */
  @Command
  public void askOf(@Valid AskQuestionnaire wanted) {
    OwnQuestionnaire own = seen(wanted.seen());
    em.lock(own, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    say(own, wanted.audience());
  }

  private void say(OwnQuestionnaire own, Audience audience) {
    em.persist(own.askOf(audience, forms.next(own.id()), clinic.attribution()));
    em.flush();
    String whom =
        audience.regions().isEmpty()
            ? "everybody"
            : audience.regions().stream().sorted().map(Enum::name).collect(joining(" "));
    record(
        AuditAction.CHANGE,
        own,
        "is asked of " + whom + (audience.again() ? ", again when screened again" : ""));
  }

  /**
   * Takes a version out of use; what was answered to it stays with it (R4.78).
   *
   * @throws DomainRefusal {@code questionnaire.retired}
   * @throws LostUpdate if somebody changed it since it was seen
   */
  @Command
  public void retire(ChangeQuestionnaire wanted) {
    retire(seen(wanted), "retired");
  }

  private void retire(OwnQuestionnaire own, String how) {
    own.retire(clinic.attribution());
    em.flush();
    record(AuditAction.CHANGE, own, how);
  }

  private OwnQuestionnaire seen(ChangeQuestionnaire wanted) {
    OwnQuestionnaire own = em.find(OwnQuestionnaire.class, wanted.questionnaireId());
    if (own == null) {
      throw new NoSuchRecord(ENTITY, wanted.questionnaireId());
    }
    own.expectVersion(wanted.version());
    return own;
  }

  private void record(AuditAction action, OwnQuestionnaire own, String what) {
    audit.record(
        action, ENTITY, own.id(), null, "%s %s %s".formatted(own.form(), own.formVersion(), what));
  }
}
