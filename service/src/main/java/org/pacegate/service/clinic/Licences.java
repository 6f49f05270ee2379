package org.pacegate.service.clinic;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Practitioner;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Command;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/** The administrator's work with licences: what stands behind every diagnosis. */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class Licences {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private Event<LicenceInDoubt> doubts;
  @Inject private Administrators administrators;
  @Inject private Event<LicenceLapsed> lapses;
  @Inject private AuditTrail audit;
  @Inject private LicenceReading reading;

  /** Every licence, those that end first at the top. */
  public List<LicenceLine> all() {
    return reading.all();
  }

  /**
   * One of them.
   *
   * @throws NoSuchRecord if the clinic has no such licence
   */
  public LicenceLine one(long licenceId) {
    return reading.one(licenceId);
  }

  /**
   * Those that end within 60 days or have ended, and that nobody renewed; of people who can sign in
   * (R11.73). Nothing is swept: a warning stands as long as it is true.
   */
  public List<LicenceLine> ending() {
    List<Long> active =
        Row.list(
            em.createNativeQuery("select practitioner_id from account where disabled_at is null"),
            row -> row.id(0));
    return reading.all().stream()
        .filter(line -> line.warning() > 0 || line.ran())
        .filter(line -> active.contains(line.practitionerId()))
        .toList();
  }

  /**
   * Records a licence of a person of the clinic.
   *
   * @throws InvalidValue for the field; {@code number.taken} if the licence is recorded already for
   *     some of these days
   * @throws DomainRefusal {@code licence.own} if it is the caller's and somebody else could record
   *     it
   */
  public void record(RecordLicence seen) {
    if (em.find(Practitioner.class, seen.practitionerId()) == null) {
      throw new NoSuchRecord("Practitioner", seen.practitionerId());
    }
    boolean own = seen.practitionerId() == clinic.acting().practitionerId();
    if (own && administrators.existBeside(clinic.acting().accountId())) {
      throw new DomainRefusal("licence.own", "practitioner " + seen.practitionerId());
    }
    Licence licence =
        new Licence(
            seen.practitionerId(),
            present("profession", seen.profession()),
            seen.number(),
            seen.authority(),
            present("validFrom", seen.validFrom()),
            present("validTo", seen.validTo()));
    if (said(seen.jurisdiction()) || said(seen.scope())) {
      licence.place(seen.jurisdiction(), seen.scope());
    }
    expectNumberFree(licence);
    em.persist(licence);
    Taken.flush(em, "number");
    audit.record(
        AuditAction.CREATE,
        "Licence",
        licence.id(),
        null,
        "practitioner %d, %s to %s%s"
            .formatted(
                licence.practitionerId(),
                licence.validFrom(),
                licence.validTo(),
                own ? ", recorded by the holder" : ""));
  }

  private static boolean said(String text) {
    return text != null && !text.isBlank();
  }

  /** A renewal may keep its number; the same days of it are recorded once. */
  private void expectNumberFree(Licence wanted) {
    em.createNativeQuery("select id from clinic where id = current_clinic() for no key update")
        .getSingleResult();
    boolean free =
        em.createQuery(
                "select l from Licence l where l.authority = :authority and l.number = :number",
                Licence.class)
            .setParameter("authority", wanted.authority())
            .setParameter("number", wanted.number())
            .getResultStream()
            .noneMatch(wanted::overlaps);
    if (!free) {
      throw new InvalidValue("number", "taken");
    }
  }

  /** Records that a licence had lapsed, and suspends at once what rests on it. */
  @Command
  public void lapse(RecordLapse found) {
    doubts.fire(new LicenceInDoubt(found.licenceId()));
    Licence licence = em.find(Licence.class, found.licenceId());
    if (licence == null) {
      throw new NoSuchRecord("Licence", found.licenceId());
    }
    licence.expectVersion(found.version());
    if (present("lapsedOn", found.from()).isAfter(clinic.today())) {
      throw new InvalidValue("lapsedOn", "future");
    }
    licence.lapse(found.from(), found.reason(), clinic.attribution());
    em.flush();
    audit.record(AuditAction.CHANGE, "Licence", licence.id(), null, "lapsed " + found.from());
    lapses.fire(new LicenceLapsed(licence.id()));
  }

  private static <T> T present(String field, T value) {
    if (value == null) {
      throw new InvalidValue(field, "missing");
    }
    return value;
  }
}
