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

call isolate_clinics();
grant select, insert on flag_decision, licence_lapse to "${appRole}";

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
