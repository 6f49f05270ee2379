package org.pacegate.service.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.pacegate.service.patient.MatchCandidate.FullName;
import org.pacegate.service.shared.Row;

/**
 * Asks the database for records that may be somebody: trigrams and sound of the name, also of one
 * they had before, birth date, phone and e-mail. It finds too many on purpose; the weights decide.
 */
@ApplicationScoped
class MatchCandidates {

  /** Between the parts of a name, and between names: no name holds them. */
  private static final String PART = "\u001f";

  private static final String NAME = "\u001e";

  /**
   * Equality finds by an index, which row-level security forbids to trigrams; these only sort out
   * what merely sounds alike. A birth date that is near has two of its three parts; names alone
   * never outweigh another birth date, so they are asked where one is not known.
   */
  private static final String CANDIDATES =
      """
      with asked as materialized (
        select searchable(?1 || ' ' || ?2) as name,
               array_remove(array[name_sound(?1), name_sound(?2)], '') as sounds,
               cast(?3 as date) as born),
      parts as materialized (
        select cast(extract(year from born) as integer) as y, cast(extract(month from born) as integer) as m,
               cast(extract(day from born) as integer) as d
          from asked),
      found as (
        select p.id from patient p
         where p.born_day_month = (select m * 100 + d from parts)
            or p.born_year_month = (select y * 100 + m from parts)
            or p.born_year_day = (select y * 100 + d from parts)
        union all
        select p.id from patient p where p.birth_date = cast(?4 as date)
        union all
        select p.id from patient p where p.phone_key = any (string_to_array(?5, ','))
        union all
        select p.id from patient p where p.email_key = nullif(?6, '')
        union all
        select id from (
          select p.id, p.search_name from patient p
           where (cast(?3 as date) is null or p.birth_date is null)
             and (p.family_sound = any (cast((select sounds from asked) as text[]))
                  or p.given_sound = any (cast((select sounds from asked) as text[])))
          ) p
         where public.similarity(p.search_name, (select name from asked)) >= 0.3
        union all
        select patient_id from (
          select n.patient_id, n.search_name
            from patient_previous_name n
            join patient p on p.clinic_id = n.clinic_id and p.id = n.patient_id
           where n.withdrawn_at is null and (cast(?3 as date) is null or p.birth_date is null)
             and (n.family_sound = any (cast((select sounds from asked) as text[]))
                  or n.given_sound = any (cast((select sounds from asked) as text[])))
          ) n
         where public.similarity(n.search_name, (select name from asked)) >= 0.3)
      select p.id, p.record_number, p.family_name, p.given_name, p.birth_date, p.phone, p.email,
             (select string_agg(n.family_name || chr(31) || n.given_name, chr(30))
                from patient_previous_name n
               where n.clinic_id = p.clinic_id and n.patient_id = p.id and n.withdrawn_at is null)
        from patient p
       where p.clinic_id = current_clinic() and p.merged_into is null and p.id = any (array(select id from found))
       limit 1000
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  List<MatchCandidate> near(MatchQuestion asked) {
    PhoneNumber phone = new PhoneNumber(asked.phone());
    return Row.list(
        em.createNativeQuery(CANDIDATES)
            .setParameter(1, asked.familyName())
            .setParameter(2, asked.givenName())
            .setParameter(3, text(asked.birthDate()))
            .setParameter(4, text(BirthDateLikeness.swapped(asked.birthDate())))
            .setParameter(5, phone.key().isEmpty() ? "" : String.join(",", phone.likeliestKeys()))
            .setParameter(6, new MailAddress(asked.email()).key()),
        MatchCandidates::candidate);
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static MatchCandidate candidate(Row row) {
    return new MatchCandidate(
        row.id(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.day(4),
        row.text(5),
        row.text(6),
        previous(row.text(7)));
  }

  private static List<FullName> previous(String names) {
    return names == null
        ? List.of()
        : Arrays.stream(names.split(NAME, -1))
            .map(name -> name.split(PART, -1))
            .map(parts -> new FullName(parts[0], parts[1]))
            .toList();
  }
}
