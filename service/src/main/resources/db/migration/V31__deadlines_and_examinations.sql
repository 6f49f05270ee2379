-- The deadlines of dangers are thresholds of the clinic (V15): drafted within bounds, signed by a physician, in force
-- from a day on. Each danger names the version that it began with, and keeps it. docs/decisions/0023-deadlines-and-wells.md has
-- the reasons.

-- 1. What a clinic may sign, as the domain has it (Deadlines).
create function deadline_bounds() returns table (name text, shipped integer, lowest integer, highest integer, unit interval)
  language sql immutable as $$
  values ('deadline.emergency.taken-over', 15, 5, 30, interval '1 minute'),
         ('deadline.emergency.decided', 60, 15, 240, interval '1 minute'),
         ('deadline.same-day.taken-over', 4, 1, 8, interval '1 hour'),
         ('deadline.same-day.decided', 24, 4, 24, interval '1 hour'),
         ('deadline.urgent.taken-over', 1, 1, 3, interval '24 hours'),
         ('deadline.urgent.decided', 14, 7, 14, interval '24 hours')
$$;

-- A deadline as a version's values have it, or as shipped.
create function deadline_in(moved text, deadline text) returns interval language sql immutable as $$
  select b.unit * coalesce(
           (select split_part(m.value, '=', 2)::integer from unnest(string_to_array(moved, ',')) m (value)
             where split_part(m.value, '=', 1) = deadline), b.shipped)
    from deadline_bounds() b
   where b.name = deadline
$$;

create function keep_deadlines_in_bounds() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
begin
  if new.rule_set_version <> 1 or exists (
    select from unnest(string_to_array(new.moved, ',')) moved (value)
      left join deadline_bounds() b on b.name = split_part(moved.value, '=', 1)
     where b.name is null or split_part(moved.value, '=', 2)::integer not between b.lowest and b.highest) then
    perform refuse('PG003', 'deadlines_in_bounds', 'no clinic may wait so long, or promise so much');
  end if;
  -- A decision that is due before anybody has to have taken over would pass unseen.
  if exists (
    select from (values ('emergency'), ('same-day')) danger (name)
      cross join lateral (select deadline_in(new.moved, 'deadline.' || danger.name || '.taken-over') as taken_over,
                                 deadline_in(new.moved, 'deadline.' || danger.name || '.decided') as decided) its
     where its.decided < its.taken_over) then
    perform refuse('PG003', 'deadlines_in_order', 'nothing is decided before somebody has taken it over');
  end if;
  return null;
end $$;
create trigger keep_deadlines_in_bounds after insert on threshold_version
  for each row when (new.rule_set = 'deadlines') execute function keep_deadlines_in_bounds();

-- 2. What was found keeps the deadlines it was found with; nothing stands for "none signed".
alter table screening
  add column deadlines_id bigint,
  add foreign key (clinic_id, deadlines_id)
    references threshold_signature (clinic_id, threshold_version_id) deferrable initially deferred;
alter table intake
  add column deadlines_id bigint,
  add foreign key (clinic_id, deadlines_id)
    references threshold_signature (clinic_id, threshold_version_id) deferrable initially deferred;
create index screening_deadlines on screening (clinic_id, deadlines_id) where deadlines_id is not null;
create index intake_deadlines on intake (clinic_id, deadlines_id) where deadlines_id is not null;
grant update (deadlines_id) on intake to "${appRole}";

create trigger screening_deadlines_stand before update on screening
  for each row when (new.deadlines_id is distinct from old.deadlines_id)
  execute function refuse_change('screening_deadlines_stand');

-- The time that a version gives; the longest that any may give where none was signed, for settings of before. Working
-- days end after a weekend at the latest, and after a change of clocks.
create function deadline_of(clinic bigint, signed bigint, deadline text) returns interval language sql stable as $$
  select coalesce((select deadline_in(v.moved, deadline) from threshold_version v
                    where v.clinic_id = clinic and v.id = signed), b.unit * b.highest)
         + case deadline when 'deadline.urgent.taken-over' then interval '49 hours' else interval '0' end
    from deadline_bounds() b
   where b.name = deadline
$$;
create function deadline_name(urgency text, step text) returns text language sql immutable as $$
  select 'deadline.' || case urgency when 'U0_EMERGENCY_NOW' then 'emergency' when 'U1_SAME_DAY' then 'same-day'
                                     else 'urgent' end || '.' || step
$$;
create function is_deadlines(clinic bigint, signed bigint) returns boolean language sql stable as $$
  select signed is null or exists (
    select from threshold_version v where v.clinic_id = clinic and v.id = signed and v.rule_set = 'deadlines')
$$;

-- 3. No danger waits longer than the version says.
create function keep_flag_in_its_time() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  found_by screening;
  former text := switch_clinic(new.clinic_id::text);
begin
  select * into found_by from screening where clinic_id = new.clinic_id and id = new.screening_id;
  if not is_deadlines(new.clinic_id, found_by.deadlines_id)
     or new.act_by - found_by.performed_at
        > deadline_of(new.clinic_id, found_by.deadlines_id, deadline_name(new.urgency, 'taken-over'))
     or new.seen_by - found_by.performed_at
        > deadline_of(new.clinic_id, found_by.deadlines_id, deadline_name(new.urgency, 'decided')) then
    perform refuse('PG003', 'flag_in_its_time', 'a danger waits no longer than its deadlines say');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_flag_in_its_time after insert on screening_flag
  deferrable initially deferred for each row when (new.urgency <> 'U3_ROUTINE')
  execute function keep_flag_in_its_time();

-- A worse answer that is typed later only shortens the time (V17). A clock that runs by an earlier version and is made
-- shorter is never refused, whatever the version of now would have allowed: the answer has to be kept.
create function keep_intake_in_its_time() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  worst text := 'U1_SAME_DAY';
  shorter boolean := (tg_op = 'UPDATE' and new.danger_since = old.danger_since and new.act_by <= old.act_by) is true;
  former text := switch_clinic(new.clinic_id::text);
begin
  if tg_op = 'INSERT' or new.danger_since is distinct from old.danger_since then
    worst := new.urgency;
  end if;
  if not is_deadlines(new.clinic_id, new.deadlines_id)
     or not shorter and new.act_by - new.danger_since
        > deadline_of(new.clinic_id, new.deadlines_id, deadline_name(worst, 'taken-over')) then
    perform refuse('PG003', 'intake_in_its_time', 'a danger waits no longer than its deadlines say');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_intake_in_its_time after insert on intake
  deferrable initially deferred for each row when (new.danger_since is not null)
  execute function keep_intake_in_its_time();
create constraint trigger keep_intake_still_in_its_time after update on intake
  deferrable initially deferred for each row
  when (new.danger_since is not null
    and (old.danger_since is null or new.act_by is distinct from old.act_by
         or new.deadlines_id is distinct from old.deadlines_id))
  execute function keep_intake_in_its_time();

-- The next one has the time that the danger began with, and not more.
create function keep_escalation_in_its_time() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if new.next_due_at - new.due_at > (
    select deadline_of(new.clinic_id, coalesce(s.deadlines_id, i.deadlines_id),
                       deadline_name(coalesce(f.urgency, i.urgency), 'taken-over'))
      from (values (new.flag_id, new.intake_id)) escalated (flag, intake)
      left join screening_flag f on f.clinic_id = new.clinic_id and f.id = escalated.flag
      left join screening s on s.clinic_id = f.clinic_id and s.id = f.screening_id
      left join intake i on i.clinic_id = new.clinic_id and i.id = escalated.intake) then
    perform refuse('PG003', 'escalation_in_its_time', 'the next one has no more time than the first');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_escalation_in_its_time after insert on danger_escalation
  deferrable initially deferred for each row when (new.next_due_at is not null)
  execute function keep_escalation_in_its_time();

-- 4. A clinician's examination (Wells) is kept as a screening. It asks other questions, so it never says that the runner
-- was screened: it counts no longer than the one before it, and what that one lacked is missing still. A second click
-- keeps no second one.
alter table screening
  add column submission_key text,
  add unique (clinic_id, submission_key);

create function keep_examination_beside_screening() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (
    select from (
      select * from screening s
       where s.clinic_id = new.clinic_id and s.episode_id = new.episode_id and s.id <> new.id
         and (s.performed_at, s.id) < (new.performed_at, new.id)
       order by s.performed_at desc, s.id desc limit 1) former_one
     where new.valid_until <= former_one.valid_until
       and (former_one.missing is null or new.missing is not null)
       and (former_one.status <> 'INCOMPLETE' or new.status not in ('NEGATIVE', 'POSITIVE_CLEARED'))) then
    perform refuse('PG003', 'examination_renews_no_screening', 'an examination counts no longer than the screening');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_examination_beside_screening after insert or update on screening
  deferrable initially deferred for each row when (new.rule_set = 'dvt-wells')
  execute function keep_examination_beside_screening();
