package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacegate.domain.clinic.DiagnosisPolicy;
import org.pacegate.domain.clinic.Licence;
import org.pacegate.domain.clinic.Role;
import org.pacegate.service.shared.ClinicContext;

/** The licences that the caller may sign with today, in the roles that they hold. */
@ApplicationScoped
public class OwnLicence {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /** A physician's licence of the caller, valid today: for what no policy gives to others. */
  public Optional<Licence> today() {
    return valid().filter(Licence::isPhysicians).findFirst();
  }

  /** The licence that the caller may diagnose with today; a physician's before another. */
  public Optional<Licence> toDiagnose() {
    return valid().findFirst();
  }

  /** A right to practise is used in the role that the clinic gave for it. */
  private static Role roleFor(Licence licence) {
    return licence.isPhysicians() ? Role.PHYSICIAN : Role.THERAPIST;
  }

  private Stream<Licence> valid() {
    DiagnosisPolicy policy = clinic.acting().policy();
    return em
        .createQuery("select l from Licence l where l.practitionerId = :own", Licence.class)
        .setParameter("own", clinic.acting().practitionerId())
        .getResultList()
        .stream()
        .filter(licence -> clinic.acting().roles().contains(roleFor(licence)))
        .filter(licence -> policy.authorises(licence, licence.practitionerId(), clinic.today()))
        .sorted(Comparator.comparing(licence -> !licence.isPhysicians()));
  }
}
