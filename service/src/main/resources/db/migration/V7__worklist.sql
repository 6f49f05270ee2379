-- What each open episode waits for: the one step that comes first, who takes it, how dangerous it is, until when.
-- One row per episode that waits; an episode under an active plan with nothing open waits for nobody.
create view worklist with (security_invoker = true) as
  select e.id as episode_id, e.patient_id, p.family_name, p.given_name, p.birth_date, p.record_number,
         e.state, e.body_site, e.side, w.waits_for, w.since, w.screening_id, w.act_by, f.urgency
    from episode e
    join clinic h on h.id = e.clinic_id
    join patient p on p.clinic_id = e.clinic_id and p.id = e.patient_id
    left join lateral (
      select s.id, s.status, s.performed_at, s.valid_until, s.act_by, s.acknowledged_at
        from screening s where s.clinic_id = e.clinic_id and s.episode_id = e.id
       order by s.performed_at desc limit 1) s on true
    left join lateral (
      select min(g.urgency) filter (where g.urgency <> 'U3_ROUTINE') as urgency,
             bool_or(g.state = 'OPEN' and g.urgency <> 'U3_ROUTINE') as undecided,
             bool_or(g.state = 'CONFIRMED' and g.urgency <> 'U3_ROUTINE') as confirmed,
             min(t.id) filter (where g.state = 'OPEN' and g.urgency <> 'U3_ROUTINE') as screening_id
        from screening_flag g
        join screening t on t.clinic_id = g.clinic_id and t.id = g.screening_id
       where g.clinic_id = e.clinic_id and t.episode_id = e.id and g.state <> 'CLEARED') f on true
    left join diagnosis d on d.clinic_id = e.clinic_id and d.episode_id = e.id and d.clinical_status = 'ACTIVE'
    left join lateral (
      select c.state, c.state_since from care_plan c
       where c.clinic_id = e.clinic_id and c.episode_id = e.id and c.state in ('ACTIVE', 'ON_HOLD', 'SUSPENDED')) c on true
    cross join lateral (
      select case
               when f.urgency is not null and s.acknowledged_at is null then 'ACKNOWLEDGE'
               when f.undecided then 'DECIDE_FLAG'
               when f.confirmed then 'TRANSFER'
               when s.id is null or s.status = 'INCOMPLETE' then 'RESCREEN'
               when e.state = 'AWAITING_DIAGNOSIS' then 'DIAGNOSE'
               -- Only a confirmed one opens the gate.
               when d.verification_status = 'PROVISIONAL' then 'DIAGNOSE'
               when c.state is distinct from 'ACTIVE' and s.valid_until < (now() at time zone h.time_zone)::date then 'RESCREEN'
               when c.state = 'SUSPENDED' then 'REVIEW_PLAN'
               when e.state = 'DIAGNOSED' then 'START_PLAN'
               when c.state = 'ON_HOLD' then 'RESUME_PLAN'
             end as waits_for,
             case when f.urgency is not null then s.performed_at
                  when c.state is not null then c.state_since
                  else e.state_since end as since,
             coalesce(f.screening_id, s.id) as screening_id,
             case when f.urgency is not null and s.acknowledged_at is null then s.act_by end as act_by) w
   where e.state not in ('DISCHARGED', 'TRANSFERRED', 'CLOSED_LOST') and w.waits_for is not null;
grant select on worklist to "${appRole}";
