-- The clock of every danger: who has to act on it now, until when, and what followed when nobody did. A dangerous
-- answer in an unfinished intake shuts the gate from the moment it is typed.
-- docs/decisions/0016-escalation.md has the reasons.

-- 1. The limits of the day a flag was raised, each flag by its own urgency (settings danger.…).
alter table screening_flag add column act_by timestamptz, add column seen_by timestamptz;

-- Flags of earlier versions get the proposed limits.
alter table screening_flag disable trigger user;
do $$
declare
  each bigint;
  former text;
begin
  for each in select id from clinic order by id loop
    former := switch_clinic(each::text);
    update screening_flag f
       set act_by = case f.urgency
             when 'U0_EMERGENCY_NOW' then s.performed_at + interval '15 minutes'
             when 'U1_SAME_DAY' then s.performed_at + interval '4 hours'
             else (s.performed_at at time zone c.time_zone
                   + case extract(isodow from s.performed_at at time zone c.time_zone)
                       when 5 then interval '3 days' when 6 then interval '2 days' else interval '1 day' end)
                  at time zone c.time_zone end,
           seen_by = s.performed_at + case f.urgency
             when 'U0_EMERGENCY_NOW' then interval '1 hour'
             when 'U1_SAME_DAY' then interval '24 hours'
             else interval '14 days' end
      from screening s join clinic c on c.id = s.clinic_id
     where s.clinic_id = f.clinic_id and s.id = f.screening_id and f.urgency <> 'U3_ROUTINE';
    perform switch_clinic(former);
  end loop;
end $$;
alter table screening_flag enable trigger user;

-- 2. A danger in an unfinished intake is not taken back without a trace, nor discarded without a professional.
alter table intake
  add column taken_back_at timestamptz,
  add column taken_back_by bigint,
  add column dismissed_by bigint,
  add column dismiss_licence_id bigint,
  add column dismiss_reason text check (btrim(dismiss_reason) <> ''),
  add foreign key (clinic_id, taken_back_by) references practitioner deferrable initially deferred,
  add foreign key (clinic_id, dismissed_by) references practitioner deferrable initially deferred,
  add foreign key (clinic_id, dismiss_licence_id) references licence deferrable initially deferred,
  add constraint intake_taken_back_by_somebody check ((taken_back_at is null) = (taken_back_by is null)),
  add constraint intake_dismissed_with_reason
    check ((dismissed_by is null) = (dismiss_reason is null) and (dismissed_by is null) = (dismiss_licence_id is null)
           and (dismissed_by is null or state = 'DISCARDED'));
grant update (taken_back_at, taken_back_by, dismissed_by, dismiss_licence_id, dismiss_reason) on intake to "${appRole}";

-- The worst that was found stands, and its clock only gets shorter.
create trigger intake_clock_stands before update on intake
  for each row when (old.danger_since is not null
    and (new.danger_since is distinct from old.danger_since or new.act_by is null or new.act_by > old.act_by
         or new.urgency is null or new.urgency > old.urgency))
  execute function refuse_change('intake_clock_stands');

create function keep_dismissal_professional() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  perform from licence where clinic_id = new.clinic_id and id = new.dismiss_licence_id for share;
  broken := array(
    select rule.name
      from clinic
      left join licence on licence.clinic_id = new.clinic_id and licence.id = new.dismiss_licence_id
      cross join lateral (values
        ('intake_danger_taken_back', new.taken_back_at is not null),
        ('intake_dismissed_by_actor', clinic.demonstration or new.dismissed_by = current_practitioner()),
        ('intake_licence_is_dismissers', licence.practitioner_id = new.dismissed_by),
        ('intake_dismisser_licensed', stood_on(licence, day_in(clinic.time_zone, new.saved_at))),
        ('intake_dismisser_is_physician', licence.profession = 'PHYSICIAN')
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG002', broken[1], 'a dangerous answer is dismissed by a professional', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create trigger keep_dismissal_professional after update on intake
  for each row when (new.state = 'DISCARDED' and old.state <> 'DISCARDED' and new.danger_since is not null)
  execute function keep_dismissal_professional();

-- 3. The gate: what the record says (as before), and that no unfinished intake of the patient holds a danger.
create function holds_dangerous_draft(clinic bigint, patient bigint) returns boolean language sql stable as $$
  select exists (select from intake i
                  where i.clinic_id = clinic and i.patient_id = patient and i.state = 'DRAFT'
                    and i.danger_since is not null)
$$;
create index intake_dangerous on intake (clinic_id, patient_id) where state = 'DRAFT' and danger_since is not null;

alter function plan_refusals(care_plan, text) rename to plan_refusals_by_record;
create function plan_refusals(plan care_plan, occasion text) returns setof text language sql stable as $$
  select plan_refusals_by_record(plan, occasion)
  union all
  select 'plan_no_danger_in_intake'
    from episode e
   where e.clinic_id = plan.clinic_id and e.id = plan.episode_id
     and holds_dangerous_draft(e.clinic_id, e.patient_id)
$$;

-- The service suspends the patient's plans in the transaction that keeps the answer, or the transaction fails.
create function keep_plans_standing_beside_intake() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  plan care_plan;
  former text := switch_clinic(new.clinic_id::text);
begin
  perform expect_read_committed();
  perform from patient where clinic_id = new.clinic_id and id = new.patient_id for no key update;
  perform from episode where clinic_id = new.clinic_id and patient_id = new.patient_id order by id for no key update;
  for plan in
    select p.* from care_plan p
      join episode e on e.clinic_id = p.clinic_id and e.id = p.episode_id
     where e.clinic_id = new.clinic_id and e.patient_id = new.patient_id and p.state = 'ACTIVE'
  loop
    perform refuse_plan(array(select plan_refusals(plan, 'standing')));
  end loop;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_plans_standing after insert or update on intake
  deferrable initially deferred for each row
  when (new.state = 'DRAFT' and new.danger_since is not null and new.patient_id is not null)
  execute function keep_plans_standing_beside_intake();

-- 4. Every deadline that passed. A row is written once: by whichever server comes first, and never again.
create table danger_escalation (
  clinic_id    bigint not null default current_clinic() references clinic deferrable initially deferred,
  id           bigint not null default nextval('record_seq'),
  -- What it is about: a flag of a screening, or an unfinished intake.
  flag_id      bigint,
  intake_id    bigint,
  step         text not null,
  from_role    text not null,
  to_role      text not null,
  -- The deadline that passed, and the one of the role it went to; none after the last.
  due_at       timestamptz not null,
  next_due_at  timestamptz,
  escalated_at timestamptz not null,
  primary key (clinic_id, id),
  unique (clinic_id, flag_id, step, due_at),
  unique (clinic_id, intake_id, step, due_at),
  foreign key (clinic_id, flag_id) references screening_flag deferrable initially deferred,
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  constraint escalation_of_one_danger check ((flag_id is null) <> (intake_id is null)),
  constraint escalation_on_its_ladder check (
    (step, from_role, to_role) in (('NOT_TAKEN_OVER', 'STAFF', 'PHYSICIAN'),
                                   ('STILL_NOT_TAKEN_OVER', 'PHYSICIAN', 'ADMIN'),
                                   ('NOT_DECIDED', 'PHYSICIAN', 'ADMIN'))
    and (to_role = 'ADMIN') = (next_due_at is null)),
  constraint escalation_not_before_its_time check (escalated_at >= due_at and (next_due_at > due_at) is not false)
);
call isolate_clinics();
grant select, insert on danger_escalation to "${appRole}";

-- Nobody escalates what has been dealt with.
create function keep_escalation_true() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (
    select from danger d
     where (d.flag_id = new.flag_id or d.intake_id = new.intake_id)
       and d.taken_over = (new.step = 'NOT_DECIDED')) then
    perform refuse('PG003', 'escalation_of_a_standing_danger', 'the danger has been dealt with');
  end if;
  perform switch_clinic(former);
  return null;
end $$;

-- Every danger that nobody has dealt with, one row each: a flag until a professional has decided on it or somebody
-- else has taken the runner over, and an intake with a dangerous answer until it is finished or dismissed. A flag that
-- stands again because a licence had lapsed gets its time to be decided anew. A missing limit counts as passed.
create view danger with (security_invoker = true) as
  select d.clinic_id, d.flag_id, d.intake_id, d.screening_id, d.episode_id, d.patient_id, d.urgency, d.since,
         d.taken_over, d.taken_back_at,
         coalesce(x.to_role, case when d.taken_over then 'PHYSICIAN' else 'STAFF' end) as owner,
         x.from_role as owner_before,
         case when x.id is null then d.first_due else x.next_due_at end as due_at,
         case when x.id is not null then d.first_due end as overdue_since
    from (
      select f.clinic_id, f.id as flag_id, null::bigint as intake_id, s.id as screening_id, e.id as episode_id,
             e.patient_id, f.urgency, s.performed_at as since, s.acknowledged_at is not null as taken_over,
             null::timestamptz as taken_back_at,
             case when s.acknowledged_at is null then coalesce(f.act_by, s.act_by, s.performed_at)
                  else coalesce(again.decided_at + (f.seen_by - s.performed_at), f.seen_by, s.performed_at)
             end as first_due
        from screening_flag f
        join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
        join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
        left join lateral (
          select max(k.decided_at) as decided_at from flag_decision k
           where k.clinic_id = f.clinic_id and k.flag_id = f.id and k.state = 'OPEN') again on true
       where f.state = 'OPEN' and f.urgency <> 'U3_ROUTINE' and e.state <> 'TRANSFERRED'
      union all
      select i.clinic_id, null, i.id, null, i.episode_id, i.patient_id, i.urgency, i.danger_since, false,
             i.taken_back_at, i.act_by
        from intake i
       where i.state = 'DRAFT' and i.danger_since is not null
    ) d
    left join lateral (
      select e.id, e.from_role, e.to_role, e.next_due_at
        from danger_escalation e
       where e.clinic_id = d.clinic_id and (e.flag_id = d.flag_id or e.intake_id = d.intake_id)
         and case when d.taken_over then e.step = 'NOT_DECIDED' and e.due_at = d.first_due
                  else e.step <> 'NOT_DECIDED' end
       order by e.due_at desc, e.id desc limit 1) x on true;
grant select on danger to "${appRole}";

create trigger keep_escalation_true after insert on danger_escalation
  for each row execute function keep_escalation_true();

create index screening_flag_open on screening_flag (clinic_id, screening_id) where state = 'OPEN';
create index danger_escalation_flag on danger_escalation (clinic_id, flag_id);
create index danger_escalation_intake on danger_escalation (clinic_id, intake_id);

-- 5. The timer's way in. Nobody is signed in: it learns which clinics have a deadline that passed, and of these
-- clinics their ids and nothing else; then it enters one at a time, under that clinic's policies like everybody.
create function clinics_with_danger_due(at timestamptz) returns setof bigint
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  each bigint;
  former text := coalesce(current_setting('pacegate.clinic', true), '');
begin
  for each in select id from clinic order by id loop
    perform switch_clinic(each::text);
    if exists (select from danger where due_at <= at) then
      return next each;
    end if;
  end loop;
  perform switch_clinic(former);
end $$;
grant execute on function clinics_with_danger_due(timestamptz) to "${appRole}";

-- What of it stands in a patient's timeline, in the shape of the view timeline.
create view escalation_timeline with (security_invoker = true) as
  select x.escalated_at as at, 'ESCALATED' as kind, x.id as record_id, e.patient_id, e.id as episode_id,
         x.to_role as code, x.step as words, null::text as recorded_by
    from danger_escalation x
    join screening_flag f on f.clinic_id = x.clinic_id and f.id = x.flag_id
    join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
    join episode e on e.clinic_id = s.clinic_id and e.id = s.episode_id
  union all
  select x.escalated_at, 'ESCALATED', x.id, i.patient_id, i.episode_id, x.to_role, x.step, null
    from danger_escalation x
    join intake i on i.clinic_id = x.clinic_id and i.id = x.intake_id
   where i.patient_id is not null
  union all
  select i.saved_at, 'INTAKE_DISMISSED', i.id, i.patient_id, i.episode_id, i.urgency, i.dismiss_reason,
         w.given_name || ' ' || w.family_name
    from intake i
    join practitioner w on w.clinic_id = i.clinic_id and w.id = i.dismissed_by
   where i.patient_id is not null;
grant select on escalation_timeline to "${appRole}";
