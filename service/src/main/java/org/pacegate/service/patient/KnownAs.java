package org.pacegate.service.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.pacegate.service.patient.PatientIdentity.Contact;
import org.pacegate.service.patient.PatientIdentity.ContactBefore;
import org.pacegate.service.patient.PatientIdentity.NameBefore;
import org.pacegate.service.patient.PatientIdentity.OtherRecord;
import org.pacegate.service.shared.NoSuchRecord;
import org.pacegate.service.shared.Row;

/**
 * Reads under which names and numbers a patient is known, in one statement. The service that calls
 * it writes the audit event of the read.
 */
@ApplicationScoped
class KnownAs {

  private static final String KNOWN_AS =
      """
      select 'SELF' as kind, p.id, p.record_number, p.family_name, p.given_name, p.registered_at as at, p.version,
             p.phone, p.email
        from patient p where p.id = ?1
      union all
      select 'SURVIVOR', s.id, s.record_number, s.family_name, s.given_name, m.merged_at, s.version, null, null
        from merged_record w
        join patient s on s.clinic_id = w.clinic_id and s.id = w.survivor_id
        join patient p on p.clinic_id = w.clinic_id and p.id = w.merged_id
        join patient_merge m on m.clinic_id = w.clinic_id and m.merged_id = p.id and m.survivor_id = p.merged_into
       where w.merged_id = ?1
         and not exists (select from patient_merge_undo u where u.clinic_id = m.clinic_id and u.merge_id = m.id)
      union all
      select 'MERGED', p.id, p.record_number, p.family_name, p.given_name, m.merged_at, p.version, null, null
        from merged_record w
        join patient p on p.clinic_id = w.clinic_id and p.id = w.merged_id
        join patient_merge m on m.clinic_id = w.clinic_id and m.merged_id = p.id and m.survivor_id = p.merged_into
       where w.survivor_id = ?1
         and not exists (select from patient_merge_undo u where u.clinic_id = m.clinic_id and u.merge_id = m.id)
      union all
      select 'NAME', n.id, null, n.family_name, n.given_name, n.ended_at, n.version, null, null
        from patient_previous_name n where n.patient_id = ?1 and n.withdrawn_at is null
      union all
      select 'CONTACT', c.id, null, null, null, c.ended_at, c.version, c.phone, c.email
        from patient_previous_contact c where c.patient_id = ?1
      order by at desc, id desc
      """;

  @PersistenceContext(unitName = "pacegate")
  private EntityManager em;

  private record Known(String kind, OtherRecord record, long version, Contact contact) {}

  /**
   * The names and numbers of a patient.
   *
   * @throws NoSuchRecord if the clinic has no such patient
   */
  PatientIdentity of(long patientId) {
    List<Known> all =
        Row.list(
            em.createNativeQuery(KNOWN_AS).setParameter(1, patientId),
            row ->
                new Known(
                    row.text(0),
                    new OtherRecord(
                        row.id(1), row.text(2), row.text(3), row.text(4), row.instant(5)),
                    row.id(6),
                    new Contact(row.text(7), row.text(8))));
    Known self =
        all.stream()
            .filter(each -> each.kind().equals("SELF"))
            .findFirst()
            .orElseThrow(() -> new NoSuchRecord("Patient", patientId));
    return new PatientIdentity(
        self.version(),
        records(all, "SURVIVOR").stream().findFirst().orElse(null),
        records(all, "MERGED"),
        records(all, "NAME").stream()
            .map(name -> new NameBefore(name.familyName(), name.givenName(), name.mergedAt()))
            .toList(),
        self.contact(),
        all.stream()
            .filter(each -> each.kind().equals("CONTACT"))
            .map(each -> new ContactBefore(each.contact(), each.record().mergedAt()))
            .toList());
  }

  private static List<OtherRecord> records(List<Known> all, String kind) {
    return all.stream().filter(each -> each.kind().equals(kind)).map(Known::record).toList();
  }
}
