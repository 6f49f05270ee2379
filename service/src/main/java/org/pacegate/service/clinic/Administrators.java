package org.pacegate.service.clinic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Who administers the caller's clinic. */
@ApplicationScoped
class Administrators {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /**
   * Whether somebody beside an account administers the clinic and can sign in. Waits for others who
   * ask the same, so that two do not take the administration from each other.
   */
  boolean existBeside(long accountId) {
    return (Boolean)
        em.createNativeQuery("select other_administrator(cast(?1 as bigint))")
            .setParameter(1, accountId)
            .getSingleResult();
  }
}
