-- Everything recorded about a patient, in one shape. The caller's policies apply (security_invoker).
create view timeline with (security_invoker = true) as
  select t.at, t.kind, t.record_id, t.patient_id, t.episode_id, t.code, t.words,
         w.given_name || ' ' || w.family_name as recorded_by
    from (
      select registered_at as at, 'REGISTERED' as kind, id as record_id, id as patient_id,
             null::bigint as episode_id, record_number as code, null::text as words, registered_by as by, clinic_id
        from patient
      union all
      select i.submitted_at, 'INTAKE', i.id, i.patient_id, i.episode_id, i.rule_set, null, i.submitted_by, i.clinic_id
        from intake i where i.state = 'SUBMITTED'
      union all
      select c.given_at, 'CONSENT', c.id, c.patient_id, null, c.text_version, null, c.recorded_by, c.clinic_id
        from consent c
      union all
      select s.performed_at, 'SCREENING', s.id, e.patient_id, e.id, s.status, s.max_urgency, s.performed_by, s.clinic_id
        from screening s join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
      union all
      select s.acknowledged_at, 'ACKNOWLEDGED', s.id, e.patient_id, e.id, s.status, null, s.acknowledged_by, s.clinic_id
        from screening s join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
       where s.acknowledged_at is not null
      union all
      select f.decided_at, 'FLAG_' || f.state, s.id, e.patient_id, e.id, f.rule_id, f.reason, f.decided_by, f.clinic_id
        from screening_flag f
        join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
        join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
       where f.decided_at is not null
      union all
      select d.recorded_at, 'DIAGNOSIS', d.id, e.patient_id, e.id, d.code, d.words, d.recorded_by, d.clinic_id
        from diagnosis d join episode e on e.clinic_id = d.clinic_id and e.id = d.episode_id
      union all
      select d.ended_at, 'DIAGNOSIS_ENDED', d.id, e.patient_id, e.id, d.verification_status, d.end_reason, d.ended_by,
             d.clinic_id
        from diagnosis d join episode e on e.clinic_id = d.clinic_id and e.id = d.episode_id
       where d.ended_at is not null
      union all
      select g.asked_at, case when g.allowed then 'GATE_OPEN' else 'GATE_SHUT' end, g.id, e.patient_id, e.id,
             g.refusals, null, g.asked_by, g.clinic_id
        from gate_decision g join episode e on e.clinic_id = g.clinic_id and e.id = g.episode_id
      union all
      select p.created_at, 'PLAN', p.id, e.patient_id, e.id, p.rest, null, p.author_id, p.clinic_id
        from care_plan p join episode e on e.clinic_id = p.clinic_id and e.id = p.episode_id
      union all
      select r.requested_at, 'REFERRAL', r.id, e.patient_id, e.id, r.target, r.urgency, r.requested_by, r.clinic_id
        from referral r join episode e on e.clinic_id = r.clinic_id and e.id = r.episode_id
      union all
      select r.closed_at, 'REFERRAL_' || r.state, r.id, e.patient_id, e.id, r.target, r.outcome, r.closed_by, r.clinic_id
        from referral r join episode e on e.clinic_id = r.clinic_id and e.id = r.episode_id
       where r.closed_at is not null
      union all
      select t.at, 'STATE', t.id, e.patient_id, e.id, t.to_state, t.reason, t.by, t.clinic_id
        from episode_transition t join episode e on e.clinic_id = t.clinic_id and e.id = t.episode_id
    ) t
    left join practitioner w on w.clinic_id = t.clinic_id and w.id = t.by;
grant select on timeline to "${appRole}";
