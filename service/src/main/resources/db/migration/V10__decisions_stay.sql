-- What was decided stays on record, counts only while the licence behind it stood, and counts for the whole patient.

-- 1. Every decision about a flag is a row. The flag's state is the newest one's, and OPEN before the first.
create table flag_decision (
  clinic_id  bigint not null default current_clinic() references clinic deferrable initially deferred,
  id         bigint not null,
  flag_id    bigint not null,
  -- Place in the chain of one flag: two decisions at once do not both pass.
  number     integer not null check (number > 0),
  -- The state the flag took; OPEN when the decision before it fell.
  state      text not null check (state in ('OPEN', 'CLEARED', 'CONFIRMED')),
  decided_at timestamptz not null,
  -- The clinic's calendar day of it: the licence is checked on it.
  decided_on date not null,
  decided_by bigint not null,
  -- The licence it was made under; of a reopening, the one that turned out to have lapsed.
  licence_id bigint not null,
  reason     text not null check (btrim(reason) <> ''),
  primary key (clinic_id, id),
  unique (clinic_id, flag_id, number),
  foreign key (clinic_id, flag_id) references screening_flag deferrable initially deferred,
  foreign key (clinic_id, decided_by) references practitioner deferrable initially deferred,
  foreign key (clinic_id, licence_id) references licence deferrable initially deferred
);
create index flag_decision_licence on flag_decision (clinic_id, licence_id);

-- Every lapse that was found is a row too; licence.lapsed_on is the earliest.
create table licence_lapse (
  clinic_id  bigint not null default current_clinic() references clinic deferrable initially deferred,
  id         bigint not null,
  licence_id bigint not null,
  lapsed_on  date not null,
  reason     text not null check (btrim(reason) <> ''),
  found_at   timestamptz not null,
  found_by   bigint,
  primary key (clinic_id, id),
  unique (clinic_id, licence_id, lapsed_on),
  foreign key (clinic_id, licence_id) references licence deferrable initially deferred,
  foreign key (clinic_id, found_by) references practitioner deferrable initially deferred
);

-- Every step of a plan, with its reason.
create table plan_transition (
  clinic_id  bigint not null default current_clinic() references clinic deferrable initially deferred,
  id         bigint not null,
  plan_id    bigint not null,
  from_state text,
  to_state   text not null,
  reason     text not null check (btrim(reason) <> ''),
  at         timestamptz not null,
  by         bigint,
  primary key (clinic_id, id),
  foreign key (clinic_id, plan_id) references care_plan deferrable initially deferred,
  foreign key (clinic_id, by) references practitioner deferrable initially deferred
);
create index plan_transition_plan on plan_transition (clinic_id, plan_id, at);

-- To whom a danger that stood was handed over with a transfer.
alter table episode_transition add column hand_over text check (btrim(hand_over) <> '');

call isolate_clinics();
grant select, insert on flag_decision, licence_lapse, plan_transition to "${appRole}";

-- What earlier versions kept, clinic by clinic as everybody reads.
do $$
declare
  each bigint;
  former text;
begin
  for each in select id from clinic order by id loop
    former := switch_clinic(each::text);
    insert into flag_decision (id, flag_id, number, state, decided_at, decided_on, decided_by, licence_id, reason)
    select nextval('record_seq'), f.id, 1, f.state, f.decided_at, day_in(c.time_zone, f.decided_at), f.decided_by,
           f.licence_id, f.reason
      from screening_flag f join clinic c on c.id = f.clinic_id
     where f.state <> 'OPEN' order by f.id;
    insert into licence_lapse (id, licence_id, lapsed_on, reason, found_at, found_by)
    select nextval('record_seq'), id, lapsed_on, lapse_reason, lapse_found_at, lapse_found_by
      from licence where lapsed_on is not null order by id;
    insert into plan_transition (id, plan_id, to_state, reason, at)
    select nextval('record_seq'), id, state, state_reason, state_since
      from care_plan where state_reason is not null order by id;
    perform switch_clinic(former);
  end loop;
end $$;
set constraints all immediate;
set constraints all deferred;

create or replace view timeline with (security_invoker = true) as
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
      select k.decided_at, case k.state when 'OPEN' then 'FLAG_REOPENED' else 'FLAG_' || k.state end, k.id, e.patient_id,
             e.id, f.rule_id, k.reason, k.decided_by, k.clinic_id
        from flag_decision k
        join screening_flag f on f.clinic_id = k.clinic_id and f.id = k.flag_id
        join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
        join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
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
      select t.at, 'PLAN_STEP', t.id, e.patient_id, e.id, t.to_state, t.reason, t.by, t.clinic_id
        from plan_transition t
        join care_plan p on p.clinic_id = t.clinic_id and p.id = t.plan_id
        join episode e on e.clinic_id = p.clinic_id and e.id = p.episode_id
      union all
      select r.requested_at, 'REFERRAL', r.id, e.patient_id, e.id, r.target, r.urgency, r.requested_by, r.clinic_id
        from referral r join episode e on e.clinic_id = r.clinic_id and e.id = r.episode_id
      union all
      select r.closed_at, 'REFERRAL_' || r.state, r.id, e.patient_id, e.id, r.target, r.outcome, r.closed_by, r.clinic_id
        from referral r join episode e on e.clinic_id = r.clinic_id and e.id = r.episode_id
       where r.closed_at is not null
      union all
      select t.at, 'STATE', t.id, e.patient_id, e.id, t.to_state, concat_ws(' – ', t.reason, t.hand_over), t.by, t.clinic_id
        from episode_transition t join episode e on e.clinic_id = t.clinic_id and e.id = t.episode_id
    ) t
    left join practitioner w on w.clinic_id = t.clinic_id and w.id = t.by;

drop trigger keep_clearance_professional on screening_flag;
drop trigger flag_decided_for_good on screening_flag;
alter table screening_flag drop column decided_at, drop column decided_by, drop column licence_id, drop column reason;
alter table licence drop column lapse_reason, drop column lapse_found_at, drop column lapse_found_by;

-- A decision is a licensed physician's, in an order that makes sense: a cleared flag is history until the licence
-- behind its clearance turns out not to have stood.
create or replace function keep_clearance_professional() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  -- A lapse that is being recorded waits, or this waits for it.
  perform from licence where clinic_id = new.clinic_id and id = new.licence_id for share;
  broken := array(
    select rule.name
      from clinic
      left join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
      left join flag_decision before
        on before.clinic_id = new.clinic_id and before.flag_id = new.flag_id and before.number = new.number - 1
      cross join lateral (values
        ('flag_day_of_clinic', new.decided_on = day_in(clinic.time_zone, new.decided_at)),
        ('flag_licence_is_deciders', new.state = 'OPEN' or licence.practitioner_id = new.decided_by),
        ('flag_decider_licensed', new.state = 'OPEN' or stood_on(licence, new.decided_on)),
        ('flag_decider_is_physician', new.state = 'OPEN' or licence.profession = 'PHYSICIAN'),
        ('flag_decided_for_good', case coalesce(before.state, 'OPEN')
                                    when 'OPEN' then new.state <> 'OPEN'
                                    when 'CONFIRMED' then new.state <> 'CONFIRMED'
                                    else new.state = 'OPEN' end),
        ('flag_reopened_for_a_lapse', new.state <> 'OPEN' or before.licence_id = new.licence_id
                                                             and not stood_on(licence, before.decided_on)),
        ('flag_decided_in_order', new.number = 1 or before.id is not null)
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG002', broken[1], 'the flag cannot be decided', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_clearance_professional after insert on flag_decision
  deferrable initially deferred for each row execute function keep_clearance_professional();

-- A flag says what was decided last.
create function keep_flag_honest() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  flag bigint;
  former text := switch_clinic(new.clinic_id::text);
begin
  if tg_table_name = 'screening_flag' then
    flag := new.id;
  else
    flag := new.flag_id;
  end if;
  if exists (
    select from screening_flag f
     where f.clinic_id = new.clinic_id and f.id = flag
       and f.state <> coalesce((select k.state from flag_decision k
                                 where k.clinic_id = f.clinic_id and k.flag_id = f.id
                                 order by k.number desc limit 1), 'OPEN')) then
    perform refuse('PG003', 'flag_state_is_decided', 'the flag contradicts what was decided');
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_flag_honest after insert or update on screening_flag
  deferrable initially deferred for each row execute function keep_flag_honest();
create constraint trigger keep_flag_honest after insert on flag_decision
  deferrable initially deferred for each row execute function keep_flag_honest();

-- 2. A clearance counts only while the licence it was made under stands.

-- Whether a flag stands against treatment, whatever its row says: a routine finding never does, another one until the
-- last decision is a clearance under a licence that stood that day.
create function flag_stands(flag screening_flag) returns boolean language sql stable as $$
  select flag.urgency <> 'U3_ROUTINE' and not exists (
    select from flag_decision k
      join licence l on l.clinic_id = k.clinic_id and l.id = k.licence_id
     where k.clinic_id = flag.clinic_id and k.flag_id = flag.id and k.state = 'CLEARED' and stood_on(l, k.decided_on)
       and not exists (
         select from flag_decision later
          where later.clinic_id = k.clinic_id and later.flag_id = k.flag_id and later.number > k.number))
$$;

-- The rules an active plan breaks when it starts, resumes, or is standing. Some are asked only on the way in, the
-- others as long as the plan is active. What is missing is null, and null never counts as true.
create or replace function plan_refusals(plan care_plan, occasion text) returns setof text language sql stable as $$
  select rule.name
    from clinic
    join episode on episode.clinic_id = plan.clinic_id and episode.id = plan.episode_id
    left join diagnosis on diagnosis.clinic_id = plan.clinic_id and diagnosis.id = plan.diagnosis_id
    left join licence on licence.clinic_id = plan.clinic_id and licence.id = diagnosis.licence_id
    left join gate_decision gate on gate.clinic_id = plan.clinic_id and gate.id = plan.gate_decision_id
    left join lateral (
      select * from screening
       where screening.clinic_id = plan.clinic_id and screening.episode_id = plan.episode_id
       order by performed_at desc, id desc limit 1) latest on true
    cross join lateral (values
      ('plan_diagnosis_present',      'always', diagnosis.id is not null),
      ('plan_diagnosis_confirmed',    'always', diagnosis.verification_status = 'CONFIRMED'),
      ('plan_diagnosis_active',       'always', diagnosis.clinical_status = 'ACTIVE'),
      ('plan_diagnosis_same_episode', 'always', diagnosis.episode_id = plan.episode_id),
      ('plan_diagnosis_same_site',    'always', diagnosis.body_site = episode.body_site),
      ('plan_diagnosis_before_plan',  'always', diagnosis.recorded_at <= plan.created_at
                                                and diagnosis.recorded_on <= plan.starts_on),
      ('plan_licence_is_signers',     'always', licence.practitioner_id = diagnosis.recorded_by),
      ('plan_signer_licensed',        'always', stood_on(licence, diagnosis.recorded_on)),
      ('plan_signer_may_diagnose',    'entry',  may_diagnose(licence.profession)),
      ('plan_screening_present',      'entry',  latest.id is not null),
      ('plan_screening_complete',     'entry',  latest.status <> 'INCOMPLETE'),
      ('plan_screening_cleared',      'always', latest.status <> 'POSITIVE_OPEN'),
      ('plan_screening_in_date',      'entry',  latest.valid_until >= day_in(clinic.time_zone, plan.state_since)),
      ('plan_screening_after_onset',  'entry',  latest.performed_on >= episode.onset_date),
      -- A later screening without the dangerous answer does not clear the flag: a professional does.
      ('plan_no_standing_flag',       'always', not exists (
        select from screening s
          join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id
         where s.clinic_id = plan.clinic_id and s.episode_id = plan.episode_id
           and flag_stands(f))),
      -- A red flag is about the runner: it counts in all their episodes until another clinic has taken over.
      ('plan_no_danger_elsewhere',    'always', not exists (
        select from episode other
          join screening s on s.clinic_id = other.clinic_id and s.episode_id = other.id
          join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id
         where other.clinic_id = plan.clinic_id and other.patient_id = episode.patient_id and other.id <> episode.id
           and other.state <> 'TRANSFERRED' and f.urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')
           and flag_stands(f))),
      ('plan_no_urgent_referral',     'always', not exists (
        select from referral r
         where r.clinic_id = plan.clinic_id and r.episode_id = plan.episode_id and r.closed_at is null
           and r.urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY'))),
      ('plan_rest_suits_diagnosis',   'always', plan.rest = 'RELATIVE_REST' or diagnosis.bone_stress),
      ('plan_no_impact_on_bone_stress', 'always', not diagnosis.bone_stress or exists (
        select from plan_block b
         where b.clinic_id = plan.clinic_id and b.plan_id = plan.id and b.kind = 'LOAD' and b.load_percent = 0)),
      ('plan_episode_goes_on',        'always', episode.state not in
                                                ('LOCKED_RED_FLAG', 'DISCHARGED', 'TRANSFERRED', 'CLOSED_LOST')),
      ('plan_gate_allowed',           'always', gate.allowed),
      ('plan_gate_same_episode',      'always', gate.episode_id = plan.episode_id),
      ('plan_gate_same_diagnosis',    'always', gate.diagnosis_id = plan.diagnosis_id),
      ('plan_gate_asked_now',         'entry',  gate.asked_at = plan.state_since),
      ('plan_author_may_treat',       'start',  may_treat(plan.clinic_id, plan.author_id)),
      ('plan_asker_may_treat',        'entry',  may_treat(plan.clinic_id, gate.asked_by))
    ) rule (name, asked, holds)
   where clinic.id = plan.clinic_id
     and (rule.asked = 'always' or rule.asked = occasion or rule.asked = 'entry' and occasion in ('start', 'resume'))
     and rule.holds is not true
$$;

-- 3. What is compared is locked in the order patient, episode, diagnosis, licence, as the services lock it: two
-- transactions on one patient wait for each other, and neither waits for one that waits for it.

create or replace function keep_gate_shut() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
  occasion text := 'start';
  plan care_plan;
begin
  perform expect_read_committed();
  if tg_op = 'UPDATE' then
    occasion := case old.state when 'ACTIVE' then 'standing' else 'resume' end;
  end if;
  perform from patient p
    join episode e on e.clinic_id = p.clinic_id and e.patient_id = p.id
   where e.clinic_id = new.clinic_id and e.id = new.episode_id for no key update of p;
  perform from episode where clinic_id = new.clinic_id and id = new.episode_id for no key update;
  perform from diagnosis where clinic_id = new.clinic_id and id = new.diagnosis_id for share;
  perform from licence l
    join diagnosis d on d.clinic_id = l.clinic_id and d.licence_id = l.id
   where d.clinic_id = new.clinic_id and d.id = new.diagnosis_id for share of l;
  -- As it is now; the transaction may have changed it again.
  select * into plan from care_plan where clinic_id = new.clinic_id and id = new.id;
  if plan.state = 'ACTIVE' then
    perform refuse_plan(array(select plan_refusals(plan, occasion)));
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create or replace function keep_plans_standing() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  episodes bigint[];
  patients bigint[];
  plan care_plan;
  former text := switch_clinic(new.clinic_id::text);
begin
  perform expect_read_committed();
  case tg_table_name
    when 'episode' then episodes := array[new.id];
    when 'licence' then episodes := array(
      select episode_id from diagnosis where clinic_id = new.clinic_id and licence_id = new.id
      union
      select s.episode_id
        from flag_decision k
        join screening_flag f on f.clinic_id = k.clinic_id and f.id = k.flag_id
        join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
       where k.clinic_id = new.clinic_id and k.licence_id = new.id);
    when 'flag_decision' then episodes := array(
      select s.episode_id
        from screening_flag f join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
       where f.clinic_id = new.clinic_id and f.id = new.flag_id);
    when 'screening_flag' then episodes := array(
      select episode_id from screening where clinic_id = new.clinic_id and id = new.screening_id);
    when 'plan_block' then episodes := array(
      select episode_id from care_plan where clinic_id = new.clinic_id and id = new.plan_id);
    else episodes := array[new.episode_id];
  end case;
  patients := array(
    select distinct patient_id from episode where clinic_id = new.clinic_id and id = any (episodes));
  perform from patient where clinic_id = new.clinic_id and id = any (patients) order by id for no key update;
  episodes := array(select id from episode where clinic_id = new.clinic_id and patient_id = any (patients));
  perform from episode where clinic_id = new.clinic_id and id = any (episodes) order by id for no key update;
  for plan in
    select * from care_plan where clinic_id = new.clinic_id and episode_id = any (episodes) and state = 'ACTIVE'
  loop
    perform refuse_plan(array(select plan_refusals(plan, 'standing')));
  end loop;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_plans_standing after insert on flag_decision
  deferrable initially deferred for each row execute function keep_plans_standing();

-- A lapse that is found reopens, in its transaction, every flag whose last decision was made under the licence since.
create function keep_decisions_licensed() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if exists (
    select from flag_decision k
      join licence l on l.clinic_id = k.clinic_id and l.id = k.licence_id
     where k.clinic_id = new.clinic_id and k.licence_id = new.id and k.state <> 'OPEN'
       and not stood_on(l, k.decided_on)
       and not exists (
         select from flag_decision later
          where later.clinic_id = k.clinic_id and later.flag_id = k.flag_id and later.number > k.number)) then
    perform refuse('PG003', 'flag_reopened_with_the_lapse', 'a decision counts that was made without a licence');
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_decisions_licensed after update on licence
  deferrable initially deferred for each row execute function keep_decisions_licensed();

-- A screening whose clearance fell is open again. What it lacks it still lacks: the way back through OPEN completes
-- nothing.
drop trigger screening_result_stands on screening;
create trigger screening_result_stands before update on screening
  for each row when (old.status <> new.status
    and not (old.status = 'POSITIVE_OPEN' and new.status = 'POSITIVE_CLEARED' and new.missing is null)
    and not (old.status = 'POSITIVE_OPEN' and new.status = 'INCOMPLETE')
    and not (old.status in ('POSITIVE_CLEARED', 'INCOMPLETE') and new.status = 'POSITIVE_OPEN'))
  execute function refuse_change('screening_result_stands');

-- 4. The clock of a danger runs until somebody has decided: first until a named person has taken over every screening
-- with a standing flag, then until the referral's due time. A later screening does not stop it. The columns of V7 keep
-- their meaning; act_by is by when that must happen, danger_undecided that a flag at U0 or U1 waits for a physician,
-- whatever step comes first. (now() is good enough for a list: what it decides about is decided by the gate.)
create or replace view worklist with (security_invoker = true) as
  select e.id as episode_id, e.patient_id, p.family_name, p.given_name, p.birth_date, p.record_number,
         e.state, e.body_site, e.side, w.waits_for, w.since, w.screening_id, w.act_by, f.urgency,
         coalesce(f.undecided and f.urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY'), false) as danger_undecided
    from episode e
    join clinic h on h.id = e.clinic_id
    join patient p on p.clinic_id = e.clinic_id and p.id = e.patient_id
    left join lateral (
      select s.id, s.status, s.valid_until
        from screening s where s.clinic_id = e.clinic_id and s.episode_id = e.id
       order by s.performed_at desc, s.id desc limit 1) s on true
    left join lateral (
      select min(g.urgency) as urgency,
             bool_or(g.state = 'OPEN') as undecided,
             min(t.performed_at) as since,
             min(t.act_by) filter (where t.acknowledged_at is null) as act_by,
             (array_agg(t.id order by t.performed_at, t.id) filter (where t.acknowledged_at is null))[1] as unseen_id,
             (array_agg(t.id order by g.urgency, t.performed_at, t.id) filter (where g.state = 'OPEN'))[1] as undecided_id
        from screening_flag g
        join screening t on t.clinic_id = g.clinic_id and t.id = g.screening_id
       where g.clinic_id = e.clinic_id and t.episode_id = e.id and g.state <> 'CLEARED' and g.urgency <> 'U3_ROUTINE'
      ) f on true
    left join lateral (
      select min(r.due_at) as due_at from referral r
       where r.clinic_id = e.clinic_id and r.episode_id = e.id and r.closed_at is null and r.urgency <> 'U3_ROUTINE'
      ) r on true
    left join lateral (
      select d.verification_status,
             d.recorded_on between l.valid_from and l.valid_to
               and (l.lapsed_on is null or d.recorded_on < l.lapsed_on) as licensed
        from diagnosis d left join licence l on l.clinic_id = d.clinic_id and l.id = d.licence_id
       where d.clinic_id = e.clinic_id and d.episode_id = e.id and d.clinical_status = 'ACTIVE') d on true
    left join lateral (
      select c.state, c.state_since from care_plan c
       where c.clinic_id = e.clinic_id and c.episode_id = e.id and c.state in ('ACTIVE', 'ON_HOLD', 'SUSPENDED')) c on true
    cross join lateral (
      select case
               when f.unseen_id is not null then 'ACKNOWLEDGE'
               when f.undecided then 'DECIDE_FLAG'
               when f.urgency is not null then 'TRANSFER'
               when s.id is null or s.status = 'INCOMPLETE' then 'RESCREEN'
               when e.state = 'AWAITING_DIAGNOSIS' then 'DIAGNOSE'
               -- Only a confirmed one opens the gate, and only under a licence that stood.
               when d.verification_status = 'PROVISIONAL' then 'DIAGNOSE'
               when d.licensed is false then 'SIGN_ANEW'
               when c.state is distinct from 'ACTIVE' and s.valid_until < (now() at time zone h.time_zone)::date then 'RESCREEN'
               when c.state = 'SUSPENDED' then 'REVIEW_PLAN'
               when e.state = 'DIAGNOSED' then 'START_PLAN'
               when c.state = 'ON_HOLD' then 'RESUME_PLAN'
             end as waits_for,
             case when f.urgency is not null then f.since
                  when c.state is not null then c.state_since
                  else e.state_since end as since,
             coalesce(f.unseen_id, f.undecided_id, s.id) as screening_id,
             case when f.unseen_id is not null then f.act_by
                  when f.urgency is not null then r.due_at end as act_by) w
   where w.waits_for is not null and e.state <> 'TRANSFERRED'
     -- After the end only a clearance that fell with its licence waits for somebody.
     and (e.state not in ('DISCHARGED', 'CLOSED_LOST') or f.undecided);

-- 5. Nobody is discharged or given up as lost while a red flag stands; a transfer with one names who has taken it over.
create function keep_end_safe() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  stands boolean;
  former text := switch_clinic(new.clinic_id::text);
begin
  stands := exists (
    select from screening s
      join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id
     where s.clinic_id = new.clinic_id and s.episode_id = new.id and flag_stands(f));
  if stands and new.state in ('DISCHARGED', 'CLOSED_LOST') then
    perform refuse('PG003', 'episode_ends_without_flag', 'a red flag stands');
  end if;
  if stands and new.state = 'TRANSFERRED' and not exists (
    select from episode_transition t
     where t.clinic_id = new.clinic_id and t.episode_id = new.id and t.to_state = 'TRANSFERRED'
       and t.hand_over is not null) then
    perform refuse('PG003', 'episode_flag_handed_over', 'nobody has taken the red flag over');
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_end_safe after update on episode
  deferrable initially deferred for each row
  when (new.state in ('DISCHARGED', 'CLOSED_LOST', 'TRANSFERRED') and old.state <> new.state)
  execute function keep_end_safe();

-- 6. Whoever signs is who acts. The demonstration writes the history of many people at once.
create function keep_signer_acting() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  signer bigint := (to_jsonb(new) ->> tg_argv[0])::bigint;
  former text := switch_clinic(new.clinic_id::text);
begin
  if signer is distinct from current_practitioner()
     and not exists (select from clinic where id = new.clinic_id and demonstration) then
    perform refuse('PG002', tg_argv[1], 'somebody else would sign');
  end if;
  perform switch_clinic(former);
  return new;
end $$;

create trigger diagnosis_signed_by_actor after insert on diagnosis
  for each row execute function keep_signer_acting('recorded_by', 'diagnosis_signed_by_actor');
create trigger flag_decided_by_actor after insert on flag_decision
  for each row execute function keep_signer_acting('decided_by', 'flag_decided_by_actor');
