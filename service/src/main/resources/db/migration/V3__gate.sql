-- The third wall: no plan without a valid professional diagnosis, whatever the application does.
--
-- Every refusal names its rule as the constraint of the error, and says nothing about a patient:
--   PG001  an active plan would stand without what it must rest on   (rules plan_…)
--   PG002  the signer had no authority for it                        (rules diagnosis_…, flag_…)
--   PG003  a recorded fact would change or an ended thing go on      (rules …_for_good, …_stands, …)
--
-- Whatever compares rows is asked at commit, when all of them are there. The functions run as the owner, whom the
-- application's role cannot become, and enter the clinic of the row themselves: a transaction that leaves its
-- clinic before the commit is checked all the same. What they compare is locked in the order licence, diagnosis,
-- episode, so that two transactions cannot each pass on what the other one takes away.

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

-- Whether somebody may treat: to be of the staff, or to administer, is not enough.
create function may_treat(clinic bigint, practitioner bigint) returns boolean language sql stable as $$
  select exists (
    select from account a
      join account_role r on r.clinic_id = a.clinic_id and r.account_id = a.id
     where a.clinic_id = clinic and a.practitioner_id = practitioner and r.role in ('THERAPIST', 'PHYSICIAN'))
$$;

-- The rules an active plan breaks when it starts, resumes, or is standing. Some are asked only on the way in, the
-- others as long as the plan is active. What is missing is null, and null never counts as true.
create function plan_refusals(plan care_plan, occasion text) returns setof text language sql stable as $$
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
           and f.urgency <> 'U3_ROUTINE' and f.state <> 'CLEARED')),
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
  former text := switch_clinic(new.clinic_id::text);
  occasion text := 'start';
  plan care_plan;
begin
  perform expect_read_committed();
  if tg_op = 'UPDATE' then
    occasion := case old.state when 'ACTIVE' then 'standing' else 'resume' end;
  end if;
  perform from licence l
    join diagnosis d on d.clinic_id = l.clinic_id and d.licence_id = l.id
   where d.clinic_id = new.clinic_id and d.id = new.diagnosis_id for share of l;
  perform from diagnosis where clinic_id = new.clinic_id and id = new.diagnosis_id for share;
  perform from episode where clinic_id = new.clinic_id and id = new.episode_id for no key update;
  -- As it is now; the transaction may have changed it again.
  select * into plan from care_plan where clinic_id = new.clinic_id and id = new.id;
  if plan.state = 'ACTIVE' then
    perform refuse_plan(array(select plan_refusals(plan, occasion)));
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_gate_shut after insert or update on care_plan
  deferrable initially deferred for each row when (new.state = 'ACTIVE') execute function keep_gate_shut();

-- Runs after anything that a plan rests on has changed: the service suspends the plan in the same
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
    perform refuse_plan(array(select plan_refusals(plan, 'standing')));
  end loop;
  perform switch_clinic(former);
  return null;
end $$;

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
      left join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
      cross join lateral (values
        ('diagnosis_day_of_clinic', new.recorded_on = day_in(clinic.time_zone, new.recorded_at)),
        ('diagnosis_licence_is_signers', licence.practitioner_id = new.recorded_by),
        ('diagnosis_signer_licensed', stood_on(licence, new.recorded_on)),
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

create constraint trigger keep_diagnosis_professional after insert on diagnosis
  deferrable initially deferred for each row execute function keep_diagnosis_professional();

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
      left join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
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

create constraint trigger keep_clearance_professional after insert or update on screening_flag
  deferrable initially deferred for each row when (new.state <> 'OPEN') execute function keep_clearance_professional();

-- A screening says what its flags say.
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
      join clinic on clinic.id = s.clinic_id
      left join screening_flag f
        on f.clinic_id = s.clinic_id and f.screening_id = s.id and f.urgency <> 'U3_ROUTINE'
      cross join lateral (values
        ('screening_day_of_clinic', s.performed_on = day_in(clinic.time_zone, s.performed_at)),
        ('screening_negative_without_flag', s.status <> 'NEGATIVE' or f.id is null),
        ('screening_cleared_flag_by_flag', s.status not in ('POSITIVE_CLEARED', 'INCOMPLETE')
                                           or f.id is null or f.state = 'CLEARED'),
        ('screening_urgency_of_flags', f.id is null or s.max_urgency <= f.urgency)
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
  for each row when (old.state = 'CLEARED' or old.state = 'CONFIRMED' and new.state <> 'CLEARED') execute function refuse_change('flag_decided_for_good');
create trigger screening_result_stands before update on screening
  for each row when (old.status <> new.status
    and not (old.status = 'POSITIVE_OPEN' and new.status in ('POSITIVE_CLEARED', 'INCOMPLETE')))
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
  -- A closed intake never changes again, so its row was written by the transaction that closed it. One that is not
  -- there yet is about to be written by this transaction.
  select i.state = 'DRAFT' or i.xmin = pg_current_xact_id()::xid or (tg_op = 'DELETE' and i.state = 'DISCARDED')
    into open
    from intake i where i.clinic_id = entry.clinic_id and i.id = entry.intake_id for no key update;
  if not open then
    perform refuse('PG003', 'intake_answers_stand', 'the answers of a submitted intake stay as they are');
  end if;
  perform switch_clinic(former);
  return entry;
end $$;

create trigger intake_answers_stand before insert or update or delete on intake_entry
  for each row execute function keep_submitted_answers();
