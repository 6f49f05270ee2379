package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.diagnosis.EditionState;
import org.pacegate.domain.diagnosis.OwnEdition;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.domain.shared.Words;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** What an administrator does with editions of the list of codes. */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class Editions {

  private static final String ENTITY = "CodeSystem";

  /** An edition of the clinic's own puts the shipped ones out of force. */
  private static final String ALL =
      """
      with every as (
        select o.id, o.version, o.system, o.edition, o.codes, o.state, o.valid_from, o.loaded_at,
               lead(o.valid_from) over (partition by o.state order by o.valid_from) - 1 as valid_to,
               o.id = own_edition_on(cast(?1 as date)) as in_force,
               o.state = 'DRAFT' or o.state = 'ACTIVE' and o.valid_from > cast(?1 as date) as open
          from own_edition o
        union all
        select null, 0, e.system, e.edition,
               (select count(*) from diagnosis_code d
                 where d.system = e.system and d.edition = e.edition),
               null, e.valid_from, null,
               lead(e.valid_from) over (partition by e.system order by e.valid_from) - 1,
               own_edition_on(cast(?1 as date)) is null and e.valid_from =
                 (select max(x.valid_from) from code_edition x
                   where x.system = e.system and x.valid_from <= cast(?1 as date)),
               false
          from code_edition e)
      select id, version, system, edition, codes, state, valid_from, valid_to, in_force, open
        from every
       order by id is null, valid_from desc nulls first, loaded_at desc, system
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;
  @Inject private EditionCodes codes;

  /** Every edition: the clinic's own, drafts first and then the newest, then the shipped ones. */
  public List<EditionLine> all() {
    return Row.list(
        em.createNativeQuery(ALL).setParameter(1, Date.valueOf(clinic.today())),
        row ->
            new EditionLine(
                row.idOrNull(0),
                row.id(1),
                row.text(2),
                row.text(3),
                (int) row.id(4),
                row.constant(5, EditionState.class),
                row.day(6),
                row.day(7),
                row.flag(8),
                row.flag(9)));
  }

  /** The dry run: what is wrong with a file, and what loading it would do. Stores nothing. */
  public EditionReport check(byte[] file) {
    EditionReport report = compared(CodeFile.read(file)).report(codes.inUse());
    audit.record(
        AuditAction.READ,
        ENTITY,
        null,
        null,
        "dry run of a file of %d bytes, %d problems".formatted(file.length, report.problemCount()));
    return report;
  }

  private EditionReports compared(CodeFile file) {
    return new EditionReports(file, codes.inForce(clinic.today()), codes.forbidImpact());
  }

  /**
   * Keeps a file as a draft; the same file of the same name gives the draft that it already is.
   *
   * @return its id
   * @throws InvalidValue {@code file.malformed} for one with problems, {@code edition.taken} if
   *     there is such an edition, or for a name
   */
  @Command
  public long load(byte[] content, @Valid LoadEdition command) {
    String system = Words.required("system", command.system(), 100);
    String edition = Words.required("edition", command.edition(), 20);
    CodeFile file = CodeFile.read(content);
    EditionReports compared = compared(file);
    if (!compared.report(List.of()).isLoadable()) {
      throw new InvalidValue("file", "malformed");
    }
    if (codes.isTaken(system, edition)) {
      return draftOf(system, edition, file.hash());
    }
    OwnEdition own =
        new OwnEdition(
            system, edition, compared.complete().size(), file.hash(), clinic.attribution());
    em.persist(own);
    em.flush();
    codes.add(own.id(), compared.complete());
    record(AuditAction.CREATE, own, own.codes() + " codes, sha-256 " + own.fileHash());
    return own.id();
  }

  private long draftOf(String system, String edition, String hash) {
    return em.createQuery(
            "select e from OwnEdition e where e.system = :system and e.edition = :edition",
            OwnEdition.class)
        .setParameter("system", system)
        .setParameter("edition", edition)
        .getResultStream()
        .filter(own -> own.isDraftOf(hash))
        .findFirst()
        .map(OwnEdition::id)
        .orElseThrow(() -> new InvalidValue("edition", "taken"));
  }

  /**
   * Gives a draft its first day.
   *
   * @throws DomainRefusal {@code edition.notDraft}, {@code edition.lowersClass} if a code would no
   *     longer forbid impact
   * @throws InvalidValue {@code validFrom.missing}, {@code validFrom.notAhead}, or {@code
   *     validFrom.taken} if another one begins on that day
   * @throws LostUpdate if somebody changed it since it was seen
   */
  @Command
  public void activate(@Valid ActivateEdition command) {
    OwnEdition own = seen(command.editionId(), command.version());
    if (begins(command.validFrom())) {
      throw new InvalidValue("validFrom", "taken");
    }
    if (codes.lowersClass(own.id())) {
      throw new DomainRefusal("edition.lowersClass", "edition " + own.id());
    }
    own.activate(command.validFrom(), clinic.attribution());
    em.flush();
    record(AuditAction.CHANGE, own, "in force from " + own.validFrom());
  }

  private boolean begins(LocalDate day) {
    return day != null
        && !em.createQuery(
                "select e.id from OwnEdition e where e.state = :state and e.validFrom = :day",
                Long.class)
            .setParameter("state", EditionState.ACTIVE)
            .setParameter("day", day)
            .getResultList()
            .isEmpty();
  }

  /**
   * Takes one back that is not in force yet.
   *
   * @throws DomainRefusal {@code edition.begun}, {@code edition.withdrawn}
   * @throws LostUpdate if somebody changed it since it was seen
   */
  @Command
  public void withdraw(@Valid ChangeEdition command) {
    OwnEdition own = seen(command.editionId(), command.version());
    own.withdraw(clinic.attribution());
    em.flush();
    record(AuditAction.CHANGE, own, "withdrawn");
  }

  private OwnEdition seen(long editionId, long version) {
    OwnEdition own = em.find(OwnEdition.class, editionId);
    if (own == null) {
      throw new NoSuchRecord(ENTITY, editionId);
    }
    own.expectVersion(version);
    return own;
  }

  private void record(AuditAction action, OwnEdition own, String what) {
    audit.record(
        action, ENTITY, own.id(), null, "%s %s %s".formatted(own.system(), own.edition(), what));
  }
}
