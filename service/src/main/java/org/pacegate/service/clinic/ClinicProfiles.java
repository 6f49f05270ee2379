package org.pacegate.service.clinic;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.pacegate.domain.audit.AuditAction;
import org.pacegate.domain.patient.Person;
import org.pacegate.domain.shared.InvalidValue;
import org.pacegate.domain.shared.LostUpdate;
import org.pacegate.domain.shared.Words;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.shared.Acting;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/** The administrator's work with the clinic itself: its name, its clock and how it is reached. */
@Stateless
@InClinic
@RolesAllowed("ADMIN")
public class ClinicProfiles {

  private static final int LONGEST_ADDRESS = 500;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private AuditTrail audit;

  public ClinicProfile profile() {
    Acting me = clinic.acting();
    return Row.list(
            em.createNativeQuery(
                "select phone, email, address from clinic where id = current_clinic()"),
            row ->
                new ClinicProfile(
                    me.clinicName(), me.zone(), row.text(0), row.text(1), row.text(2)))
        .get(0);
  }

  /** The clocks to choose from: regions with a city, which know their summer time. */
  public List<String> timeZones() {
    return Row.list(
            em.createNativeQuery(
                "select name from pg_timezone_names where name ~ '^(Africa|America|Antarctica|Asia"
                    + "|Atlantic|Australia|Europe|Indian|Pacific)/' or name = 'UTC' order by name"),
            row -> row.text(0))
        .stream()
        .filter(ZoneId.getAvailableZoneIds()::contains)
        .toList();
  }

  /**
   * Changes name, clock and contact. What is on record keeps the day it was recorded on, and what
   * was sent keeps what it said.
   *
   * @throws InvalidValue for {@code clinicName}, {@code timeZone}, {@code phone}, {@code email} or
   *     {@code address}
   * @throws LostUpdate if somebody changed them since they were seen
   */
  public void change(@Valid ChangeProfile wanted) {
    String name = Words.required("clinicName", wanted.name(), 200);
    String zone = known(wanted.timeZone());
    ClinicProfile seen = wanted.seen();
    int changed =
        em.createNativeQuery(
                "update clinic set name = ?1, time_zone = ?2, phone = cast(?5 as text),"
                    + " email = cast(?6 as text), address = cast(?7 as text)"
                    + " where id = current_clinic() and name = ?3 and time_zone = ?4"
                    + " and phone is not distinct from cast(?8 as text)"
                    + " and email is not distinct from cast(?9 as text)"
                    + " and address is not distinct from cast(?10 as text)")
            .setParameter(1, name)
            .setParameter(2, zone)
            .setParameter(3, seen.name())
            .setParameter(4, seen.timeZone().getId())
            .setParameter(5, Person.phoneNumber(wanted.phone()))
            .setParameter(6, email(wanted.email()))
            .setParameter(7, Words.optional("address", wanted.address(), LONGEST_ADDRESS))
            .setParameter(8, seen.phone())
            .setParameter(9, seen.email())
            .setParameter(10, seen.address())
            .executeUpdate();
    if (changed == 0) {
      throw new LostUpdate("Clinic", clinic.acting().clinicId());
    }
    audit.record(
        AuditAction.CHANGE,
        "Clinic",
        clinic.acting().clinicId(),
        null,
        "name %s, time zone %s to %s"
                .formatted(
                    name.equals(wanted.seen().name()) ? "kept" : "changed",
                    wanted.seen().timeZone(),
                    zone)
            + (isContactOf(seen, wanted) ? "" : ", contact changed"));
  }

  private static boolean isContactOf(ClinicProfile seen, ChangeProfile wanted) {
    return Objects.equals(seen.phone(), wanted.phone())
        && Objects.equals(seen.email(), wanted.email())
        && Objects.equals(seen.address(), wanted.address());
  }

  private static String email(String typed) {
    return typed == null || typed.isBlank() ? null : Person.emailAddress(typed);
  }

  /** Both the server and the database have to know a clock: each of them tells days by it. */
  private String known(String zone) {
    String wanted = Words.required("timeZone", zone, 100);
    boolean here = ZoneId.getAvailableZoneIds().contains(wanted);
    boolean there =
        (Boolean)
            em.createNativeQuery("select is_time_zone(?1)")
                .setParameter(1, wanted)
                .getSingleResult();
    if (!here || !there) {
      throw new InvalidValue("timeZone", "unknown");
    }
    return wanted;
  }
}
