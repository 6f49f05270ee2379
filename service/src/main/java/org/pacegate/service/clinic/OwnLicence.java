package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.util.Optional;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Settings;

/** The licence that the caller may sign with today. */
@ApplicationScoped
public class OwnLicence {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;
  @Inject private Settings settings;

  /** A licence of the caller, valid today, that the clinic's policy admits. */
  public Optional<Licence> today() {
    DiagnosisPolicy policy = settings.diagnosisPolicy();
    return em
        .createQuery("select l from Licence l where l.practitionerId = :own", Licence.class)
        .setParameter("own", clinic.acting().practitionerId())
        .getResultList()
        .stream()
        .filter(licence -> policy.authorises(licence, licence.practitionerId(), clinic.today()))
        .findFirst();
  }

  /** Whether there is one: in one statement, for a page that only asks. */
  public boolean standsToday() {
    return (boolean)
        em.createNativeQuery(
                "select exists (select from licence l where l.practitioner_id = ?1"
                    + " and stood_on(l, ?2) and may_diagnose(l.profession))")
            .setParameter(1, clinic.acting().practitionerId())
            .setParameter(2, Date.valueOf(clinic.today()))
            .getSingleResult();
  }
}
