package org.pacegate.service.questionnaire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.pacegate.domain.questionnaire.OwnQuestionnaire;
import org.pacegate.domain.questionnaire.OwnState;

/** Finds what the clinic has loaded. */
@ApplicationScoped
class OwnQuestionnaires {

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /** One version of a form, whatever its state. */
  Optional<OwnQuestionnaire> version(String form, String formVersion) {
    return em.createQuery(
            "select q from OwnQuestionnaire q where q.form = :form and q.formVersion = :version",
            OwnQuestionnaire.class)
        .setParameter("form", form)
        .setParameter("version", formVersion)
        .getResultStream()
        .findFirst();
  }

  /** Id of the version of a form that is in use. */
  Optional<Long> inUse(String form) {
    return em.createQuery(
            "select q.id from OwnQuestionnaire q where q.form = :form and q.state = :state",
            Long.class)
        .setParameter("form", form)
        .setParameter("state", OwnState.ACTIVE)
        .getResultStream()
        .findFirst();
  }

  /** The version of a form that was loaded last. */
  Optional<OwnQuestionnaire> newest(String form) {
    return em.createQuery(
            "select q from OwnQuestionnaire q where q.form = :form order by q.loadedAt desc, q.id"
                + " desc",
            OwnQuestionnaire.class)
        .setParameter("form", form)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
