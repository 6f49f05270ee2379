package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.util.List;
import java.util.Optional;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/** The curated list of codes (clinical.md 6.1): the product's, the same for every clinic. */
@Stateless
@InClinic
@RolesAllowed({"THERAPIST", "PHYSICIAN"})
public class DiagnosisCodes {

  private static final String VALID =
      "select system, code, edition, label_en, label_es, bone_stress from diagnosis_code"
          + " where valid_from <= ?1 and (valid_to is null or valid_to >= ?1)";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  /**
   * Codes that are valid today and fit, those of the body site first, the most usual of them before
   * the others; 20 at most.
   *
   * @param words part of a code or of its words in either language; empty for all
   * @param bodySite code of the site, or null
   */
  public List<CodeChoice> find(String words, String bodySite) {
    return Row.list(
        em.createNativeQuery(
                VALID
                    + " and (?2 = '' or code ilike ?2 || '%'"
                    + " or searchable(label_en || ' ' || label_es) like '%' || searchable(?2) || '%')"
                    + " order by (body_site = ?3) desc nulls last, offered_first nulls last, code limit 20")
            .setParameter(1, Date.valueOf(clinic.today()))
            .setParameter(2, words == null ? "" : words.strip())
            .setParameter(3, bodySite == null ? "" : bodySite),
        DiagnosisCodes::choice);
  }

  private static CodeChoice choice(Row row) {
    return new CodeChoice(
        row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.flag(5));
  }

  /** A code that is valid today, with its words. */
  public Optional<CodeChoice> named(String code) {
    return Row.list(
            em.createNativeQuery(VALID + " and code = ?2 order by edition desc")
                .setParameter(1, Date.valueOf(clinic.today()))
                .setParameter(2, code == null ? "" : code),
            DiagnosisCodes::choice)
        .stream()
        .findFirst();
  }
}
