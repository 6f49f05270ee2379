-- The third wall: no plan without a valid professional diagnosis, whatever the application does.
--
-- Every refusal names its rule as the constraint of the error, and says nothing about a patient:
--   PG001  an active plan would stand without what it must rest on   (rules plan_…)
--   PG002  the signer had no authority for it                        (rules diagnosis_…, flag_…)
--   PG003  a recorded fact would change or an ended thing go on      (rules …_for_good, …_stands, …)
--
-- The functions run as the owner, whom the application's role cannot become, and enter the clinic of the row
-- themselves: a transaction that leaves its clinic before the commit is checked all the same. What they
-- compare is locked in the order licence, diagnosis, episode, so that two transactions cannot each pass on
-- what the other one takes away.

create function refuse(class text, rule text, says text, every_rule text default null) returns void
  language plpgsql as $$
begin
  raise exception using errcode = class, constraint = rule, message = says, detail = coalesce(every_rule, rule);
end $$;

-- Enters a clinic and returns the one left, to be entered again. (A failure undoes it with the statement.)
create function switch_clinic(entered text) returns text language plpgsql as $$
declare
  former text := coalesce(current_setting('pacegate.clinic', true), '');
begin
  perform set_config('pacegate.clinic', entered, true);
  return former;
end $$;

-- The clinic's day of an instant.
create function day_in(zone text, instant timestamptz) returns date language sql immutable parallel safe as
  $$ select (instant at time zone zone)::date $$;

-- Whether a licence stood on a day, as far as is known now.
create function stood_on(held licence, day date) returns boolean language sql immutable as
  $$ select day between held.valid_from and held.valid_to and (held.lapsed_on is null or day < held.lapsed_on) $$;

-- Who may diagnose in the transaction's clinic. A policy that this version does not know admits nobody.
create function may_diagnose(profession text) returns boolean language sql stable as $$
  select case coalesce((select value from setting where name = 'diagnosis.policy'), 'PHYSICIAN_ONLY')
           when 'PHYSICIAN_ONLY' then profession = 'PHYSICIAN'
           else false
         end
$$;

-- The rules an active plan breaks. "starting" asks all of them; otherwise only those that must go on to hold.
-- What is missing is null, and null never counts as true.
create function plan_refusals(plan care_plan, starting boolean) returns setof text language sql stable as $$
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
    cross join lateral (select
      day_in(clinic.time_zone, diagnosis.recorded_at) as signed,
      greatest(plan.starts_on, day_in(clinic.time_zone, plan.state_since)) as starts) day
    cross join lateral (values
      ('plan_diagnosis_present',      true,  diagnosis.id is not null),
      ('plan_diagnosis_confirmed',    true,  diagnosis.verification_status = 'CONFIRMED'),
      ('plan_diagnosis_active',       true,  diagnosis.clinical_status = 'ACTIVE'),
      ('plan_diagnosis_same_episode', true,  diagnosis.episode_id = plan.episode_id),
      ('plan_diagnosis_same_site',    true,  diagnosis.body_site = episode.body_site),
      ('plan_diagnosis_before_plan',  true,  diagnosis.recorded_at < plan.created_at),
      ('plan_licence_is_signers',     true,  licence.practitioner_id = diagnosis.recorded_by),
      ('plan_signer_licensed',        true,  stood_on(licence, day.signed)),
      ('plan_signer_may_diagnose',    false, may_diagnose(licence.profession)),
      ('plan_screening_present',      false, latest.id is not null),
      ('plan_screening_complete',     false, latest.status <> 'INCOMPLETE'),
      ('plan_screening_cleared',      false, latest.status in ('NEGATIVE', 'POSITIVE_CLEARED', 'INCOMPLETE')),
      ('plan_screening_in_date',      false, latest.valid_until >= day.starts),
      ('plan_screening_after_onset',  false, day_in(clinic.time_zone, latest.performed_at) >= episode.onset_date),
      ('plan_no_urgent_flag',         true,  not exists (
        select from screening s
          left join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id and f.state = 'OPEN'
         where s.clinic_id = plan.clinic_id and s.episode_id = plan.episode_id
           and (f.urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')
                or s.id = latest.id and s.status = 'POSITIVE_OPEN'
                   and coalesce(s.max_urgency, 'U0_EMERGENCY_NOW') in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')))),
      ('plan_no_urgent_referral',     true,  not exists (
        select from referral r
         where r.clinic_id = plan.clinic_id and r.episode_id = plan.episode_id and r.closed_at is null
           and r.urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY'))),
      ('plan_rest_suits_diagnosis',   true,  (plan.rest = 'COMPLETE_REST_FROM_IMPACT') = diagnosis.bone_stress),
      ('plan_gate_allowed',           true,  gate.allowed),
      ('plan_gate_same_episode',      true,  gate.episode_id = plan.episode_id),
      ('plan_gate_same_diagnosis',    true,  gate.diagnosis_id = plan.diagnosis_id),
      ('plan_author_may_treat',       false, exists (
        select from account a
          join account_role r on r.clinic_id = a.clinic_id and r.account_id = a.id
         where a.clinic_id = plan.clinic_id and a.practitioner_id = plan.author_id
           and r.role in ('THERAPIST', 'PHYSICIAN')))
    ) rule (name, goes_on, holds)
   where clinic.id = plan.clinic_id and (starting or rule.goes_on) and rule.holds is not true
$$;

-- The rules that can only be asked when the transaction is complete.
create function plan_refusals_at_commit(plan care_plan) returns setof text language sql stable as $$
  select rule.name
    from diagnosis
    join episode on episode.clinic_id = plan.clinic_id and episode.id = plan.episode_id
    cross join lateral (values
      ('plan_no_impact_on_bone_stress', not diagnosis.bone_stress or exists (
        select from plan_block b
         where b.clinic_id = plan.clinic_id and b.plan_id = plan.id and b.kind = 'LOAD' and b.load_percent = 0)),
      ('plan_episode_goes_on', episode.state not in ('LOCKED_RED_FLAG', 'DISCHARGED', 'TRANSFERRED', 'CLOSED_LOST'))
    ) rule (name, holds)
   where diagnosis.clinic_id = plan.clinic_id and diagnosis.id = plan.diagnosis_id and rule.holds is not true
$$;

create function refuse_plan(refusals text[]) returns void language plpgsql as $$
begin
  if cardinality(refusals) > 0 then
    perform refuse('PG001', refusals[1], 'the plan cannot be active', array_to_string(refusals, ','));
  end if;
end $$;

-- The locks below only help who sees what was committed while waiting for them.
create function expect_read_committed() returns void language plpgsql as $$
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    perform refuse('PG001', 'plan_isolation', 'what a plan rests on only changes under read committed');
  end if;
end $$;

create function keep_gate_shut() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  starting boolean := true;
  former text := switch_clinic(new.clinic_id::text);
begin
  perform expect_read_committed();
  if tg_op = 'UPDATE' then
    starting := old.state <> 'ACTIVE' or old.diagnosis_id <> new.diagnosis_id;
  end if;
  perform from licence l
    join diagnosis d on d.clinic_id = l.clinic_id and d.licence_id = l.id
   where d.clinic_id = new.clinic_id and d.id = new.diagnosis_id for share of l;
  perform from diagnosis where clinic_id = new.clinic_id and id = new.diagnosis_id for share;
  perform from episode where clinic_id = new.clinic_id and id = new.episode_id for no key update;
  perform refuse_plan(array(select plan_refusals(new, starting)));
  perform switch_clinic(former);
  return null;
end $$;

create trigger keep_gate_shut after insert or update on care_plan
  for each row when (new.state = 'ACTIVE') execute function keep_gate_shut();

-- Runs at commit after anything that a plan rests on has changed: the service suspends the plan in the same
-- transaction, or the transaction fails.
create function keep_plans_standing() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  episodes bigint[];
  plan care_plan;
  former text := switch_clinic(new.clinic_id::text);
begin
  perform expect_read_committed();
  case tg_table_name
    when 'episode' then episodes := array[new.id];
    when 'licence' then episodes := array(
      select distinct episode_id from diagnosis where clinic_id = new.clinic_id and licence_id = new.id);
    when 'screening_flag' then episodes := array(
      select episode_id from screening where clinic_id = new.clinic_id and id = new.screening_id);
    when 'plan_block' then episodes := array(
      select episode_id from care_plan where clinic_id = new.clinic_id and id = new.plan_id);
    else episodes := array[new.episode_id];
  end case;
  perform from episode where clinic_id = new.clinic_id and id = any (episodes) order by id for no key update;
  for plan in
    select * from care_plan where clinic_id = new.clinic_id and episode_id = any (episodes) and state = 'ACTIVE'
  loop
    perform refuse_plan(array(
      select plan_refusals(plan, false) union all select plan_refusals_at_commit(plan)));
  end loop;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_plans_standing after insert or update on care_plan
  deferrable initially deferred for each row when (new.state = 'ACTIVE') execute function keep_plans_standing();
create constraint trigger keep_plans_standing after insert or update on plan_block
  deferrable initially deferred for each row execute function keep_plans_standing();
create constraint trigger keep_plans_standing after update on diagnosis
  deferrable initially deferred for each row execute function keep_plans_standing();
create constraint trigger keep_plans_standing after update on licence
  deferrable initially deferred for each row execute function keep_plans_standing();
create constraint trigger keep_plans_standing after insert or update on screening
  deferrable initially deferred for each row execute function keep_plans_standing();
create constraint trigger keep_plans_standing after insert or update on screening_flag
  deferrable initially deferred for each row execute function keep_plans_standing();
create constraint trigger keep_plans_standing after insert or update on referral
  deferrable initially deferred for each row execute function keep_plans_standing();
create constraint trigger keep_plans_standing after update on episode
  deferrable initially deferred for each row execute function keep_plans_standing();

-- A diagnosis is signed under a licence of the signer that stood on that day and that the policy admits.
create function keep_diagnosis_professional() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  broken := array(
    select rule.name
      from clinic
      join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
      cross join lateral (values
        ('diagnosis_licence_is_signers', licence.practitioner_id = new.recorded_by),
        ('diagnosis_signer_licensed', stood_on(licence, day_in(clinic.time_zone, new.recorded_at))),
        ('diagnosis_signer_may_diagnose', may_diagnose(licence.profession)),
        ('diagnosis_bone_stress_of_code', new.bone_stress or exists (
          select from diagnosis_code c
           where (c.system, c.code, c.edition) = (new.code_system, new.code, new.code_edition)
             and not c.bone_stress)),
        ('diagnosis_revises_same_episode', new.revises_id is null or exists (
          select from diagnosis d
           where d.clinic_id = new.clinic_id and d.id = new.revises_id and d.episode_id = new.episode_id))
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG002', broken[1], 'the diagnosis cannot be recorded', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create trigger keep_diagnosis_professional after insert on diagnosis
  for each row execute function keep_diagnosis_professional();

-- A flag is cleared or confirmed by a physician licensed on that day.
create function keep_clearance_professional() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  broken := array(
    select rule.name
      from clinic
      join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
      cross join lateral (values
        ('flag_licence_is_deciders', licence.practitioner_id = new.decided_by),
        ('flag_decider_licensed', stood_on(licence, day_in(clinic.time_zone, new.decided_at))),
        ('flag_decider_is_physician', licence.profession = 'PHYSICIAN')
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG002', broken[1], 'the flag cannot be decided', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create trigger keep_clearance_professional after insert or update on screening_flag
  for each row when (new.state <> 'OPEN') execute function keep_clearance_professional();

-- A screening says what its flags say. Asked at commit, since the flags are written after it.
create function keep_screening_honest() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  screened bigint;
  former text := switch_clinic(new.clinic_id::text);
begin
  if tg_table_name = 'screening' then
    screened := new.id;
  else
    screened := new.screening_id;
  end if;
  broken := array(
    select distinct rule.name
      from screening s
      join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id and f.urgency <> 'U3_ROUTINE'
      cross join lateral (values
        ('screening_negative_without_flag', s.status <> 'NEGATIVE'),
        ('screening_cleared_flag_by_flag', s.status <> 'POSITIVE_CLEARED' or f.state = 'CLEARED'),
        ('screening_urgency_of_flags', s.max_urgency <= f.urgency)
      ) rule (name, holds)
     where s.clinic_id = new.clinic_id and rule.holds is not true
       and s.id = screened);
  if cardinality(broken) > 0 then
    perform refuse('PG003', broken[1], 'the screening contradicts its flags', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_screening_honest after insert or update on screening
  deferrable initially deferred for each row execute function keep_screening_honest();
create constraint trigger keep_screening_honest after insert or update on screening_flag
  deferrable initially deferred for each row execute function keep_screening_honest();

-- What is over stays over. The column grants of V4 keep the other facts as they were recorded.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'PG003', constraint = tg_argv[0], detail = tg_argv[0],
    message = 'what was recorded stays as it is';
end $$;

create trigger diagnosis_ended_for_good before update on diagnosis
  for each row when (old.clinical_status = 'INACTIVE') execute function refuse_change('diagnosis_ended_for_good');
create trigger diagnosis_certainty_stands before update on diagnosis
  for each row when (new.clinical_status = 'ACTIVE' and new.verification_status <> old.verification_status)
  execute function refuse_change('diagnosis_certainty_stands');
create trigger flag_decided_for_good before update on screening_flag
  for each row when (old.state <> 'OPEN') execute function refuse_change('flag_decided_for_good');
create trigger screening_result_stands before update on screening
  for each row when (old.status <> new.status
    and not (old.status = 'POSITIVE_OPEN' and new.status = 'POSITIVE_CLEARED'))
  execute function refuse_change('screening_result_stands');
create trigger screening_acknowledged_once before update on screening
  for each row when (old.acknowledged_at is not null
    and (old.acknowledged_at, old.acknowledged_by) is distinct from (new.acknowledged_at, new.acknowledged_by))
  execute function refuse_change('screening_acknowledged_once');
create trigger referral_closed_for_good before update on referral
  for each row when (old.closed_at is not null) execute function refuse_change('referral_closed_for_good');
create trigger plan_ended_for_good before update on care_plan
  for each row when (old.state in ('COMPLETED', 'REVOKED')) execute function refuse_change('plan_ended_for_good');
create trigger intake_closed_for_good before update on intake
  for each row when (old.state <> 'DRAFT') execute function refuse_change('intake_closed_for_good');
-- A lapse that was found is never taken back; an even earlier one may be found.
create trigger licence_lapse_stands before update on licence
  for each row when (old.lapsed_on is not null and (new.lapsed_on is null or new.lapsed_on > old.lapsed_on))
  execute function refuse_change('licence_lapse_stands');

-- The answers of an intake are typed while it is a draft, up to the transaction that submits it.
create function keep_submitted_answers() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  entry intake_entry := case when tg_op = 'DELETE' then old else new end;
  open boolean;
  former text := switch_clinic(entry.clinic_id::text);
begin
  -- A closed intake never changes again, so its row was written by the transaction that closed it.
  select i.state = 'DRAFT' or i.xmin = pg_current_xact_id()::xid or (tg_op = 'DELETE' and i.state = 'DISCARDED')
    into open
    from intake i where i.clinic_id = entry.clinic_id and i.id = entry.intake_id for no key update;
  if open is not true then
    perform refuse('PG003', 'intake_answers_stand', 'the answers of a submitted intake stay as they are');
  end if;
  perform switch_clinic(former);
  return entry;
end $$;

create trigger intake_answers_stand before insert or update or delete on intake_entry
  for each row execute function keep_submitted_answers();
