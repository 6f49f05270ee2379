package org.pacegate.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pacegate.domain.clinic.Practitioner;

/** Transactions in one clinic after the other, without the services' own way into a clinic. */
@ApplicationScoped
@Transactional
public class ClinicTransactions {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /** Opens a clinic with an id nobody else uses. */
  public long open(String name) {
    long clinic = System.nanoTime();
    enter(clinic);
    em.createNativeQuery(
            "insert into clinic (id, name, time_zone, jurisdiction, language, opened_at)"
                + " values (?1, ?2, 'Europe/Madrid', 'ES', 'es', now())")
        .setParameter(1, clinic)
        .setParameter(2, name)
        .executeUpdate();
    return clinic;
  }

  public <T> T in(long clinic, Supplier<T> work) {
    enter(clinic);
    return work.get();
  }

  public <T> T inNone(Supplier<T> work) {
    return work.get();
  }

  public long employ(String familyName, String givenName) {
    var practitioner = new Practitioner(familyName, givenName);
    em.persist(practitioner);
    em.flush();
    return practitioner.id();
  }

  public List<String> familyNames() {
    return em.createQuery("select p.familyName from Practitioner p", String.class).getResultList();
  }

  public Optional<Practitioner> find(long id) {
    return Optional.ofNullable(em.find(Practitioner.class, id));
  }

  private void enter(long clinic) {
    em.createNativeQuery("select set_config('pacegate.clinic', ?1, true)")
        .setParameter(1, Long.toString(clinic))
        .getSingleResult();
  }
}
