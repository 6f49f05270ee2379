package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pacegate.service.shared.Row;

/** The curated list of codes: the product's, the same for every clinic. */
@Stateless
@RolesAllowed({"THERAPIST", "PHYSICIAN"})
public class DiagnosisCodes {

  private static final String VALID =
      "select system, code, edition, label_en, label_es, bone_stress from diagnosis_code"
          + " where valid_from <= ?1 and (valid_to is null or valid_to >= ?1)";

  private static final String FITTING =
      VALID
          + " and (code = ?4 or ?2 = '' or starts_with(upper(code), upper(?2))"
          + " or position(searchable(?2) in searchable(label_en || ' ' || label_es)) > 0)"
          + " order by (code = ?4) desc, (body_site = ?3) desc nulls last,"
          + " offered_first nulls last, code limit 21";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /**
   * Codes that are valid on a day and fit: the chosen one, then those of the body site, the most
   * usual of them before the others; 21 at most.
   *
   * @param words part of a code or of its words in either language; empty or null for all
   * @param bodySite code of the site, or null
   * @param chosen a code that is offered whatever the words say, or null
   */
  public List<CodeChoice> find(String words, String bodySite, String chosen, LocalDate day) {
    return Row.list(
        em.createNativeQuery(FITTING)
            .setParameter(1, Date.valueOf(day))
            .setParameter(2, Objects.toString(words, "").strip())
            .setParameter(3, Objects.toString(bodySite, ""))
            .setParameter(4, Objects.toString(chosen, "")),
        DiagnosisCodes::choice);
  }

  private static CodeChoice choice(Row row) {
    return new CodeChoice(
        row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.flag(5));
  }

  /** A code that is valid on a day, with its words. */
  public Optional<CodeChoice> named(String code, LocalDate day) {
    return Row.list(
            em.createNativeQuery(VALID + " and code = ?2 order by edition desc")
                .setParameter(1, Date.valueOf(day))
                .setParameter(2, code == null ? "" : code),
            DiagnosisCodes::choice)
        .stream()
        .findFirst();
  }
}
