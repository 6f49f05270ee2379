package org.pacegate.service.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Optional;
import java.util.Set;
import org.pacegate.domain.clinic.Profession;
import org.pacegate.domain.diagnosis.FindingSide;
import org.pacegate.domain.diagnosis.FindingTest;
import org.pacegate.domain.diagnosis.VerificationStatus;
import org.pacegate.domain.referral.ReferralLetter;
import org.pacegate.service.referral.LetterFacts.Known;
import org.pacegate.service.referral.LetterFacts.Measured;
import org.pacegate.service.referral.LetterFacts.Reach;
import org.pacegate.service.referral.LetterFacts.Right;
import org.pacegate.service.shared.ClinicContext;
import org.pacegate.service.shared.Row;

/** Reads what a letter says, and letters. The service that calls it writes the audit event. */
@ApplicationScoped
class LetterReading {

  private static final String REACHED =
      """
      select c.phone, c.email, c.address, p.phone, p.email
        from clinic c, patient p
       where c.id = p.clinic_id and p.id = ?1""";

  private static final String RIGHTS =
      """
      select profession, number from licence
       where practitioner_id = ?1 and valid_from <= ?2 and valid_to >= ?2
         and (lapsed_on is null or lapsed_on > ?2)
       order by profession, valid_to desc""";

  private static final String KNOWN =
      """
      select d.code, k.label_en, k.label_es, d.words, d.verification_status,
             is_doubted(d)
        from diagnosis d
        join listed_code k
          on k.system = d.code_system and k.code = d.code and k.edition = d.code_edition
         and k.own_edition_id is not distinct from d.own_edition_id
       where d.episode_id = ?1 and d.clinical_status = 'ACTIVE'
         and d.verification_status in ('PROVISIONAL', 'CONFIRMED')
       order by d.recorded_at desc, d.id desc limit 1""";

  /** Of the intake that was screened, as submitted and as corrected since. */
  private static final String ANSWERED =
      """
      select substr(e.field, 8)
        from screening s
        join intake_entry e on e.clinic_id = s.clinic_id and e.intake_id = s.intake_id
       where s.id = ?1 and e.field like 'answer.%' and e.value <> ''
       union
      select substr(a.field, 8)
        from screening s
        join intake_amendment a on a.clinic_id = s.clinic_id and a.intake_id = s.intake_id
       where s.id = ?1 and a.field like 'answer.%' and a.new_value <> ''""";

  /** The newest value of each test and side, unless it was entered in error. */
  private static final String MEASURED =
      """
      select distinct on (f.test, f.side) f.test, f.side, f.value, f.measured_on
        from finding f
        join diagnosis d on d.clinic_id = f.clinic_id and d.id = f.diagnosis_id
       where d.episode_id = ?1 and d.verification_status <> 'ENTERED_IN_ERROR'
       order by f.test, f.side, f.measured_on desc, f.id desc""";

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  @Inject private ClinicContext clinic;

  LetterFacts facts(long patientId, long episodeId) {
    Row reached = Row.list(query(REACHED, patientId), row -> row).get(0);
    return new LetterFacts(
        new Reach(reached.text(0), reached.text(1), reached.text(2)),
        new Reach(reached.text(3), reached.text(4), null),
        Row.list(
            query(RIGHTS, clinic.acting().practitionerId()).setParameter(2, clinic.today()),
            row -> new Right(row.constant(0, Profession.class), row.text(1))),
        Row.list(query(KNOWN, episodeId), LetterReading::known).stream().findFirst().orElse(null),
        Row.list(query(MEASURED, episodeId), LetterReading::measured));
  }

  private Query query(String sql, long id) {
    return em.createNativeQuery(sql).setParameter(1, id);
  }

  private static Known known(Row row) {
    return new Known(
        row.text(0),
        row.text(1),
        row.text(2),
        row.text(3),
        row.constant(4, VerificationStatus.class),
        row.flag(5));
  }

  private static Measured measured(Row row) {
    return new Measured(
        row.constant(0, FindingTest.class),
        row.constant(1, FindingSide.class),
        row.amount(2),
        row.day(3));
  }

  /** The questions that stand with an answer behind a screening, by link id. */
  Set<String> answered(long screeningId) {
    return Set.copyOf(Row.list(query(ANSWERED, screeningId), row -> row.text(0)));
  }

  /** The letter of a referral, if it was sent with one. */
  Optional<ReferralLetter> sent(long referralId) {
    return em
        .createQuery(
            "select l from ReferralLetter l where l.referralId = :referral", ReferralLetter.class)
        .setParameter("referral", referralId)
        .getResultList()
        .stream()
        .findFirst();
  }
}
