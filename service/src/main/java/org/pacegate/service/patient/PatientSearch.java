package org.pacegate.service.patient;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import org.pacegate.domain.injury.EpisodeState;
import org.pacegate.service.audit.AuditTrail;
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
      where p.merged_into is null and (?1 = '' or p.search_name like '%' || searchable(?4) || '%'
         or p.record_number ilike ?4 || '%'
         or (length(?2) >= 4 and p.search_phone like '%' || ?2 || '%')
         or to_char(p.birth_date, 'YYYY-MM-DD') = ?1
         or to_char(p.birth_date, 'DD.MM.YYYY') = ?1
         or public.word_similarity(searchable(?1), p.search_name) > 0.5
         or exists (select from patient_previous_name n
             where n.clinic_id = p.clinic_id and n.patient_id = p.id and n.withdrawn_at is null
               and n.search_name like '%' || searchable(?4) || '%')
         or exists (select from merged_record m
             where m.clinic_id = p.clinic_id and m.survivor_id = p.id and m.record_number ilike ?4 || '%'))
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private AuditTrail audit;
  @Inject private MatchCandidates candidates;

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
    if (question.saysTooLittle()) {
      return List.of();
    }
    List<PossibleMatch> matches =
        candidates.near(question).stream()
            .map(candidate -> candidate.comparedWith(question))
            .filter(match -> match.reasons().points() >= MatchWeights.OFFERED)
            .sorted(
                Comparator.comparing((PossibleMatch match) -> -match.reasons().points())
                    .thenComparing(PossibleMatch::patientId))
            .limit(MOST_MATCHES)
            .toList();
    audit.recordList("Patient", matches.stream().map(PossibleMatch::patientId).toList(), "matches");
    return matches;
  }
}
