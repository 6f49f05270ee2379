package org.pacegate.service.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pacegate.domain.diagnosis.CodeEdition;
import org.pacegate.domain.diagnosis.ListedCode;
import org.pacegate.service.shared.Row;

/** The codes of the edition that is in force at the clinic: its own, else the shipped one. */
@ApplicationScoped
public class ListedCodes {

  private static final String ON =
      """
      select l.own_edition_id, l.system, l.edition, l.code, l.billable, l.bone_stress,
             coalesce(o.valid_from, e.valid_from)
        from codes_on(cast(?1 as date)) l
        left join own_edition o on o.id = l.own_edition_id
        left join code_edition e
          on l.own_edition_id is null and e.system = l.system and e.edition = l.edition
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /** Every code that holds on a day, headers among them. */
  public List<ListedCode> on(LocalDate day) {
    return codes(em.createNativeQuery(ON), day);
  }

  /** A code as it holds on a day. */
  public Optional<ListedCode> named(String code, LocalDate day) {
    Query query =
        em.createNativeQuery(ON + " where l.code = ?2 order by l.system")
            .setParameter(2, Objects.toString(code, ""));
    return codes(query, day).stream().findFirst();
  }

  private static List<ListedCode> codes(Query query, LocalDate day) {
    return Row.list(
        query.setParameter(1, Date.valueOf(day)),
        row ->
            new ListedCode(
                new CodeEdition(row.idOrNull(0), row.text(1), row.text(2), row.day(6), null),
                row.text(3),
                row.flag(4),
                row.flag(5)));
  }
}
