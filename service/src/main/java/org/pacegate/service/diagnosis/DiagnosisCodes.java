package org.pacegate.service.diagnosis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.pacegate.service.shared.InClinic;
import org.pacegate.service.shared.Row;

/** Finds codes of the edition in force by code, words, synonyms, and nearly so. */
@Stateless
@InClinic
@RolesAllowed({"THERAPIST", "PHYSICIAN"})
public class DiagnosisCodes {

  /**
   * Headers are offered last, but for whoever types one: its own codes stand below it. Only what
   * shares three letters in a row with the longest word is compared letter by letter.
   */
  private static final String FITTING =
      """
      with said as (select code_words(?2) as words),
      asked as (
        select words, replace(words, ' ', '') as code,
               array(select w from unnest(string_to_array(words, ' ')) w
                      where w <> all (string_to_array(
                        'a an and de del el en in la las los of on or the y', ' '))) as parts
          from said),
      wanted as (
        select a.*, array(select '% ' || w || '%' from unnest(parts) w) as begins,
               array(select '%' || w || '%' from unnest(parts) w) as holds,
               array(select '%' || substr(w, i, 3) || '%'
                       from (select w from unnest(parts) w order by length(w) desc limit 1) longest
                       cross join generate_series(1, greatest(1, length(w) - 2)) i) as pieces
          from asked a),
      listed as not materialized (
        select l.*, translate(lower(l.code), '. -+*/!', '') as plain from codes_on(cast(?1 as date)) l),
      literal as (
        select l.*, cast(1 as real) as likeness,
               case when w.code = '' then 2
                    when l.plain = w.code then 0
                    when starts_with(l.plain, w.code) then 1
                    when position('; ' || w.words || ';' in l.search) > 0 then 2
                    when position(' ' || w.words in l.search) > 0 then 3
                    when l.search like all (w.begins) then 4
                    else 5 end as place
          from listed l cross join wanted w
         where starts_with(l.plain, w.code)
            or cardinality(w.parts) > 0 and l.search like all (w.holds)),
      near as (
        select l.*, alike.likeness, 6 as place
          from listed l cross join wanted w cross join lateral (
            select min(public.word_similarity(part, l.search)) as likeness
              from unnest(w.parts) part) alike
         where not exists (select from literal)
           and l.search like any (w.pieces) and alike.likeness >= 0.5),
      found as (select * from literal union all select * from near)
      select system, code, edition, label_en, label_es, billable, bone_stress
        from (select * from found union all
              select l.*, 1, 7 from listed l
               where l.code = ?4 and not exists (select from found f where f.code = l.code)) offered
       order by (code = ?4) desc, (not billable and place > 1), place, likeness desc,
                (body_site = ?3) desc nulls last, offered_first nulls last, code
       limit 21
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  /**
   * Codes that hold on a day and fit, best first, 21 at most: the chosen one; the code that was
   * typed and those that begin with it; those whose words or synonyms hold every word that was
   * typed; and only if there is none, those with words spelled nearly so. Of equal ones those of
   * the body site come first, then the most usual.
   *
   * @param words part of a code, with or without its dot, or words in either language; empty or
   *     null for all
   * @param bodySite code of the site, or null
   * @param chosen a code that is offered whatever the words say, or null
   */
  public List<CodeChoice> find(String words, String bodySite, String chosen, LocalDate day) {
    return Row.list(
        em.createNativeQuery(FITTING)
            .setParameter(1, Date.valueOf(day))
            .setParameter(2, Objects.toString(words, ""))
            .setParameter(3, Objects.toString(bodySite, ""))
            .setParameter(4, Objects.toString(chosen, "")),
        row ->
            new CodeChoice(
                row.text(0),
                row.text(1),
                row.text(2),
                row.text(3),
                row.text(4),
                row.flag(5),
                row.flag(6)));
  }
}
