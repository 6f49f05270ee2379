package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.service.shared.ClinicContext;

/** The licence that the caller may sign with today. */
@ApplicationScoped
public class OwnLicence {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** A licence of the caller, valid today, that the clinic's policy admits. */
  public Optional<Licence> today() {
    DiagnosisPolicy policy = clinic.acting().policy();
    return em
        .createQuery("select l from Licence l where l.practitionerId = :own", Licence.class)
        .setParameter("own", clinic.acting().practitionerId())
        .getResultList()
        .stream()
        .filter(licence -> policy.authorises(licence, licence.practitionerId(), clinic.today()))
        .findFirst();
  }
}
