package org.pacegate.service.clinic;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Practitioner;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.shared.DomainRefusal;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.clinic.LicenceLine.Standing;
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

  private static final int SOON_DAYS = 60;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private Event<LicenceInDoubt> doubts;
  @Inject private Administrators administrators;
  @Inject private Event<LicenceLapsed> lapses;
  @Inject private AuditTrail audit;

  /** Every licence, those that end first at the top. */
  public List<LicenceLine> all() {
    return Row.list(
        em.createNativeQuery(
            """
            select l.id, l.version, p.id, p.family_name, p.given_name, l.profession, l.number,
                   l.authority, l.valid_from, l.valid_to, l.lapsed_on, x.reason,
                   l.recorded_by = l.practitioner_id
              from licence l
              join practitioner p on p.clinic_id = l.clinic_id and p.id = l.practitioner_id
              left join licence_lapse x on x.clinic_id = l.clinic_id and x.licence_id = l.id
                   and x.lapsed_on = l.lapsed_on
             order by coalesce(l.lapsed_on, l.valid_to), l.id"""),
        this::line);
  }

  /**
   * One of them.
   *
   * @throws NoSuchRecord if the clinic has no such licence
   */
  public LicenceLine one(long licenceId) {
    return all().stream()
        .filter(line -> line.licenceId() == licenceId)
        .findAny()
        .orElseThrow(() -> unknown(licenceId));
  }

  private static NoSuchRecord unknown(long licenceId) {
    return new NoSuchRecord("Licence", licenceId);
  }

  private LicenceLine line(Row row) {
    return new LicenceLine(
        row.id(0),
        row.id(1),
        row.id(2),
        row.text(3),
        row.text(4),
        row.constant(5, Profession.class),
        row.text(6),
        row.text(7),
        row.day(8),
        row.day(9),
        row.day(10),
        row.text(11),
        standing(row.day(8), row.day(9), row.day(10)),
        row.flag(12));
  }

  private Standing standing(LocalDate from, LocalDate to, LocalDate lapsed) {
    LocalDate today = clinic.today();
    if (lapsed != null && !today.isBefore(lapsed)) {
      return Standing.LAPSED;
    }
    if (today.isAfter(to)) {
      return Standing.ENDED;
    }
    if (today.isBefore(from)) {
      return Standing.NOT_YET;
    }
    return today.plusDays(SOON_DAYS).isAfter(to) ? Standing.ENDS_SOON : Standing.VALID;
  }

  /**
   * Records a licence of a person of the clinic.
   *
   * @throws InvalidValue for the field; {@code number.taken} if the licence is recorded already
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

  /** Records that a licence had lapsed, and suspends at once what rests on it. */
  @Command
  public void lapse(RecordLapse found) {
    doubts.fire(new LicenceInDoubt(found.licenceId()));
    Licence licence = em.find(Licence.class, found.licenceId());
    if (licence == null) {
      throw unknown(found.licenceId());
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
