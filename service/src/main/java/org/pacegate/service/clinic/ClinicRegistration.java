package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import org.pacegate.domain.clinic.Account;
import org.pacegate.domain.clinic.Practitioner;
import org.pacegate.service.shared.ClinicContext;

/**
 * Opens a clinic with its first administrator. No page and no role leads here: it happens at the
 * start, on behalf of whoever runs the server.
 */
@ApplicationScoped
public class ClinicRegistration {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  private ClinicContext clinic;
  private Passwords passwords;

  protected ClinicRegistration() {}

  @Inject
  ClinicRegistration(ClinicContext clinic, Passwords passwords) {
    this.clinic = clinic;
    this.passwords = passwords;
  }

  /** Whether the database holds no clinic at all. */
  @Transactional
  public boolean isFirst() {
    return (Boolean) em.createNativeQuery("select no_clinic_yet()").getSingleResult();
  }

  /** Whether one of the database's clinics is a demonstration. */
  @Transactional
  public boolean holdsDemonstration() {
    return (Boolean) em.createNativeQuery("select holds_demonstration()").getSingleResult();
  }

  /**
   * Opens a clinic and enters it for the rest of the transaction.
   *
   * @param password the administrator's one-time password
   */
  @Transactional
  public void open(RegisterClinic opened, OpenAccount administrator, String password) {
    insert(opened);
    Practitioner person = new Practitioner(administrator.familyName(), administrator.givenName());
    em.persist(person);
    em.persist(
        new Account(
            person.id(),
            administrator.login(),
            passwords.hash(password),
            administrator.language(),
            administrator.roles()));
    em.flush();
    clinic.enter(administrator.login());
  }

  /** A clinic is closed to everybody who has not entered it, even while it is being opened. */
  private void enter(long id) {
    em.createNativeQuery("select set_config('pacegate.clinic', ?1, true)")
        .setParameter(1, Long.toString(id))
        .getSingleResult();
  }

  private void insert(RegisterClinic opened) {
    long id =
        ((Number) em.createNativeQuery("select nextval('record_seq')").getSingleResult())
            .longValue();
    enter(id);
    em.createNativeQuery(
            """
            insert into clinic (id, name, time_zone, jurisdiction, language, demonstration,
                                opened_at)
            values (?1, ?2, ?3, ?4, ?5, ?6, ?7)""")
        .setParameter(1, id)
        .setParameter(2, opened.name())
        .setParameter(3, opened.timeZone().getId())
        .setParameter(4, opened.jurisdiction())
        .setParameter(5, opened.language().name())
        .setParameter(6, opened.demonstration())
        .setParameter(7, Timestamp.from(clinic.now()))
        .executeUpdate();
  }
}
