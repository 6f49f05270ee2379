package org.pacegate.service.patient;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.service.audit.AuditTrail;
import org.pacegate.service.patient.PossibleMatch.BirthDateMatch;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Paging;
import org.pacegate.service.shared.Row;

/**
 * Finds patients: by name, number, birth date or phone, and the possible matches of somebody new.
 */
@Stateless
@InClinic
@RolesAllowed({"STAFF", "THERAPIST", "PHYSICIAN"})
public class PatientSearch {

  private static final int PAGE = 25;
  private static final int MOST_MATCHES = 5;

  private static final String MATCHING =
      """
      from patient p
      left join lateral (select e.state, e.state_since from episode e
         where e.clinic_id = p.clinic_id and e.patient_id = p.id
         order by e.opened_at desc, e.id desc limit 1) e on true
      where ?1 = '' or p.search_name like '%' || searchable(?4) || '%'
         or p.record_number ilike ?4 || '%'
         or (length(?2) >= 4 and p.search_phone like '%' || ?2 || '%')
         or to_char(p.birth_date, 'YYYY-MM-DD') = ?1
         or to_char(p.birth_date, 'DD.MM.YYYY') = ?1
         or public.word_similarity(searchable(?1), p.search_name) > 0.5
      """;

  private static final String CANDIDATES =
      """
      select p.id, p.record_number, p.family_name, p.given_name, p.birth_date,
             cast(round(100 * greatest(
               public.similarity(p.search_name, searchable(?1 || ' ' || ?2)),
               public.similarity(p.search_name, searchable(?2 || ' ' || ?1)))) as integer) as name,
             case when cast(?3 as date) is null or p.birth_date is null then 'UNKNOWN'
                  when p.birth_date = cast(?3 as date) then 'SAME'
                  when p.birth_date = cast(?4 as date) then 'SWAPPED'
                  when (extract(day from p.birth_date) = extract(day from cast(?3 as date)))::int
                     + (extract(month from p.birth_date) = extract(month from cast(?3 as date)))::int
                     + (extract(year from p.birth_date) = extract(year from cast(?3 as date)))::int
                     = 2 then 'SIMILAR'
                  else 'DIFFERENT' end as born,
             length(?5) >= 6 and right(p.search_phone, 8) = right(?5, 8) as phone
        from patient p
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AuditTrail audit;

  /**
   * One page of the patients that fit.
   *
   * @param words part of a name, a record number, a birth date or a phone number; empty for all
   * @param page from 0
   */
  public PatientPage find(String words, int page) {
    String asked = words == null ? "" : words.strip();
    String digits = asked.replaceAll("\\D", "");
    List<PatientRow> rows =
        Row.list(
            em.createNativeQuery(
                    "select p.id, p.record_number, p.family_name, p.given_name, p.birth_date,"
                        + " p.phone, e.state, e.state_since "
                        + MATCHING
                        + " order by p.family_name, p.given_name, p.id limit "
                        + PAGE
                        + " offset ?3")
                .setParameter(1, asked)
                .setParameter(2, digits)
                .setParameter(3, Paging.offset(page, PAGE))
                .setParameter(4, literal(asked)),
            PatientSearch::row);
    long total =
        Row.list(
                em.createNativeQuery("select count(*) " + MATCHING)
                    .setParameter(1, asked)
                    .setParameter(2, digits)
                    .setParameter(4, literal(asked)),
                row -> row.id(0))
            .get(0);
    audit.recordList("Patient", rows.stream().map(PatientRow::patientId).toList(), "rows");
    return new PatientPage(rows, total);
  }

  /** Words of a pattern that stand for themselves: nobody is called % or _. */
  private static String literal(String words) {
    return words.replaceAll("([\\\\%_])", "\\\\$1");
  }

  /** Rows on one page of {@link #find}. */
  public static int pageSize() {
    return PAGE;
  }

  private static PatientRow row(Row row) {
    return new PatientRow(
        row.id(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.day(4),
        row.text(5),
        row.constant(6, EpisodeState.class),
        row.instant(7));
  }

  /** Records that may be the same person, likeliest first; none while too little is known. */
  public List<PossibleMatch> possibleMatches(MatchQuestion question) {
    String family = question.familyName() == null ? "" : question.familyName().strip();
    String given = question.givenName() == null ? "" : question.givenName().strip();
    String phone = question.phone() == null ? "" : question.phone().replaceAll("\\D", "");
    LocalDate born = question.birthDate();
    if (family.length() + given.length() < 3 && phone.length() < 6 && born == null) {
      return List.of();
    }
    List<PossibleMatch> matches =
        Row.list(
            em.createNativeQuery(
                    "select * from ("
                        + CANDIDATES
                        + ") c where c.phone or c.name >= 60"
                        + " or (c.name >= 30 and c.born in ('SAME', 'SWAPPED', 'SIMILAR'))"
                        + " order by (c.name + case c.born when 'SAME' then 60 when 'SWAPPED'"
                        + " then 45 when 'SIMILAR' then 20 else 0 end"
                        + " + case when c.phone then 40 else 0 end) desc, c.id limit "
                        + MOST_MATCHES)
                .setParameter(1, family)
                .setParameter(2, given)
                .setParameter(3, born == null ? null : born.toString())
                .setParameter(4, swapped(born))
                .setParameter(5, phone),
            PatientSearch::match);
    audit.recordList("Patient", matches.stream().map(PossibleMatch::patientId).toList(), "matches");
    return matches;
  }

  private static String swapped(LocalDate born) {
    return born == null || born.getDayOfMonth() > 12
        ? null
        : LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()).toString();
  }

  private static PossibleMatch match(Row row) {
    return new PossibleMatch(
        row.id(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.day(4),
        (int) row.id(5),
        row.constant(6, BirthDateMatch.class),
        row.flag(7));
  }
}
