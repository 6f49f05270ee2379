package org.pacegate.service.shared;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.shared.InvalidValue;

/**
 * What somebody typed into a form and has not sent yet (R0.6). The database shows a draft to its
 * author only; it survives the end of a session and of the server, and is forgotten after a time
 * ({@link OldDrafts}).
 */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class FormDrafts {

  private static final int LONGEST = 200_000;

  /** The forms whose text is kept. */
  private static final Set<String> FORMS = Set.of("diagnosis", "plan");

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /**
   * Keeps a form's text; a later save replaces it.
   *
   * @param form name of the form
   * @param episodeId the episode that the form is about
   * @param content the form's fields as the web encodes them
   * @return when it was kept
   * @throws NoSuchRecord if the clinic has no such episode
   */
  public Instant save(String form, long episodeId, String content) {
    expectKnown(form);
    if (content.length() > LONGEST) {
      throw new InvalidValue("form", "tooLong");
    }
    int kept =
        em.createNativeQuery(
                "insert into form_draft (form, subject_id, content, saved_at)"
                    + " select ?1, e.id, ?3, ?4 from episode e where e.id = ?2"
                    + " on conflict (clinic_id, practitioner_id, form, subject_id)"
                    + " do update set content = excluded.content, saved_at = excluded.saved_at")
            .setParameter(1, form)
            .setParameter(2, episodeId)
            .setParameter(3, content)
            .setParameter(4, Timestamp.from(clinic.now()))
            .executeUpdate();
    if (kept == 0) {
      throw new NoSuchRecord("EpisodeOfCare", episodeId);
    }
    return clinic.now();
  }

  private static void expectKnown(String form) {
    if (!FORMS.contains(form)) {
      throw new InvalidValue("form", "unknown");
    }
  }

  /** The caller's own text for a form, if there is any. */
  public Optional<String> find(String form, long episodeId) {
    List<String> found =
        Row.list(
            em.createNativeQuery("select content from form_draft where form = ? and subject_id = ?")
                .setParameter(1, form)
                .setParameter(2, episodeId),
            row -> row.text(0));
    return found.stream().findFirst();
  }

  /**
   * The form was sent, or its author wants to start afresh.
   *
   * @throws NoSuchRecord if the clinic has no such episode
   */
  public void forget(String form, long episodeId) {
    if (em.createNativeQuery("select 1 from episode where id = ?")
        .setParameter(1, episodeId)
        .getResultList()
        .isEmpty()) {
      throw new NoSuchRecord("EpisodeOfCare", episodeId);
    }
    em.createNativeQuery("delete from form_draft where form = ? and subject_id = ?")
        .setParameter(1, form)
        .setParameter(2, episodeId)
        .executeUpdate();
  }
}
