package org.pacegate.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import org.pacegate.service.shared.ClinicContext;

/** Any statement, through the server's pool, by somebody who has entered their own clinic. */
@ApplicationScoped
public class StrangersHands {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  @Transactional
  public long count(String login, String query) {
    clinic.enter(login);
    return ((Number) em.createNativeQuery(query).getSingleResult()).longValue();
  }

  @Transactional
  public int change(String login, String statement) {
    clinic.enter(login);
    return em.createNativeQuery(statement).executeUpdate();
  }
}
