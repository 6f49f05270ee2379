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
   * @param subjectId id of the record the form is about
   * @param content the form's fields as the web encodes them
   * @return when it was kept
   */
  public Instant save(String form, long subjectId, String content) {
    expectKnown(form);
    if (content.length() > LONGEST) {
      throw new InvalidValue("form", "tooLong");
    }
    em.createNativeQuery(
            "insert into form_draft (form, subject_id, content, saved_at) values (?, ?, ?, ?)"
                + " on conflict (clinic_id, practitioner_id, form, subject_id)"
                + " do update set content = excluded.content, saved_at = excluded.saved_at")
        .setParameter(1, form)
        .setParameter(2, subjectId)
        .setParameter(3, content)
        .setParameter(4, Timestamp.from(clinic.now()))
        .executeUpdate();
    return clinic.now();
  }

  private static void expectKnown(String form) {
    if (!FORMS.contains(form)) {
      throw new InvalidValue("form", "unknown");
    }
  }

  /** The caller's own text for a form, if there is any. */
  public Optional<String> find(String form, long subjectId) {
    List<String> found =
        Row.list(
            em.createNativeQuery("select content from form_draft where form = ? and subject_id = ?")
                .setParameter(1, form)
                .setParameter(2, subjectId),
            row -> row.text(0));
    return found.stream().findFirst();
  }

  /** The form was sent, or its author wants to start afresh. */
  public void forget(String form, long subjectId) {
    em.createNativeQuery("delete from form_draft where form = ? and subject_id = ?")
        .setParameter(1, form)
        .setParameter(2, subjectId)
        .executeUpdate();
  }
}
