package org.pacegate.service.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.pacegate.service.diagnosis.EditionReport.InUse;
import org.pacegate.service.shared.Row;

/** The codes of editions, as the loader reads and writes them. */
@ApplicationScoped
class EditionCodes {

  private static final String IN_USE =
      """
      select d.code, min(k.label_en), count(*)
        from diagnosis d
        join listed_code k
          on k.system = d.code_system and k.code = d.code and k.edition = d.code_edition
         and k.own_edition_id is not distinct from d.own_edition_id
       where d.clinical_status = 'ACTIVE'
       group by d.code order by d.code
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  List<CompleteCode> inForce(LocalDate day) {
    return Row.list(
        em.createNativeQuery(
                "select code, label_en, label_es, billable, bone_stress, body_site, synonyms"
                    + " from codes_on(cast(?1 as date))")
            .setParameter(1, Date.valueOf(day)),
        row ->
            new CompleteCode(
                row.text(0),
                row.text(1),
                row.text(2),
                row.flag(3),
                row.flag(4),
                row.text(5),
                row.text(6)));
  }

  /** Codes whose class forbids impact in any edition that ships or was given its day, plain. */
  Set<String> forbidImpact() {
    return Set.copyOf(
        Row.list(
            em.createNativeQuery("select c from codes_forbidding_impact() c"), row -> row.text(0)));
  }

  /** Whether a draft would take that class from a code. */
  boolean lowersClass(long edition) {
    return !em.createNativeQuery(
            """
            select 1 from own_code
             where edition_id = ?1 and not bone_stress
               and plain_code(code) in (select codes_forbidding_impact())""")
        .setParameter(1, edition)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** What diagnoses stand with. */
  List<InUse> inUse() {
    return Row.list(
        em.createNativeQuery(IN_USE), row -> new InUse(row.text(0), row.text(1), (int) row.id(2)));
  }

  /** Whether the product, or the clinic already, has an edition of this name. */
  boolean isTaken(String system, String edition) {
    return !em.createNativeQuery(
            """
            select 1 from code_edition where system = ?1 and edition = ?2 union all
            select 1 from own_edition
             where system = ?1 and edition = ?2 and state <> 'WITHDRAWN'""")
        .setParameter(1, system)
        .setParameter(2, edition)
        .getResultList()
        .isEmpty();
  }

  /** Adds all codes of a draft in one statement. */
  void add(long edition, List<CompleteCode> codes) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    codes.forEach(code -> json.add(code.json()));
    em.createNativeQuery(
            """
            insert into own_code (edition_id, code, title, title_es, billable, bone_stress, body_site, synonyms)
            select ?1, c.code, c.title, c.title_es, c.billable, c.bone_stress, c.body_site, c.synonyms
              from json_to_recordset(cast(?2 as json)) as c (code text, title text, title_es text,
                billable boolean, bone_stress boolean, body_site text, synonyms text)""")
        .setParameter(1, edition)
        .setParameter(2, json.build().toString())
        .executeUpdate();
  }
}
