-- Who may diagnose (decision 0024): a ledger of licences with their jurisdiction, proof and verification, and a policy of
-- each jurisdiction that is drafted, signed by a physician and in force from a later day on.

-- 1. The ledger. What older licences did not say can be said once.
alter table licence
  add column jurisdiction text check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  add column scope text check (btrim(scope) <> ''),
  add column verified_at timestamptz,
  add column verified_by bigint,
  add column verification text check (btrim(verification) <> ''),
  add constraint licence_verified_by foreign key (clinic_id, verified_by) references practitioner,
  add check ((verified_at is null) = (verified_by is null) and (verified_at is null) = (verification is null));
grant update (jurisdiction, scope, verified_at, verified_by, verification) on licence to "${appRole}";

create function keep_licence_as_said() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if old.jurisdiction is not null and new.jurisdiction is distinct from old.jurisdiction
     or old.scope is not null and new.scope is distinct from old.scope
     or old.verified_at is not null and (new.verified_at, new.verified_by, new.verification)
          is distinct from (old.verified_at, old.verified_by, old.verification) then
    perform refuse('PG003', 'licence_as_said', 'what a licence says is said once');
  end if;
  -- Where it holds decides about a right, as its days do: somebody else says so, where there is somebody.
  if (new.jurisdiction, new.scope) is distinct from (old.jurisdiction, old.scope)
     and new.practitioner_id = current_practitioner()
     and other_administrator((select a.id from account a
                               where a.clinic_id = new.clinic_id and a.practitioner_id = new.practitioner_id)) then
    perform refuse('PG005', 'licence_placed_by_another', 'another administrator says where this licence holds');
  end if;
  perform switch_clinic(former);
  return new;
end $$;
create trigger keep_licence_as_said before update on licence
  for each row execute function keep_licence_as_said();

-- A renewal may keep its number; one number never stands for two periods that overlap.
alter table licence
  drop constraint licence_clinic_id_authority_number_key,
  add unique (clinic_id, authority, number, valid_from);

-- The last day on which a licence stood, as far as is known now.
create function last_day(held licence) returns date language sql immutable as
  $$ select least(held.valid_to, held.lapsed_on - 1) $$;
grant execute on function last_day(licence) to "${appRole}";

create function keep_licence_periods_apart() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  perform from clinic where id = new.clinic_id for no key update;
  if exists (
    select from licence l
     where l.clinic_id = new.clinic_id and l.authority = new.authority and l.number = new.number and l.id <> new.id
       and l.valid_from <= last_day(new) and last_day(l) >= new.valid_from) then
    perform refuse('PG003', 'licence_periods_apart', 'this licence is recorded already for some of these days');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_licence_periods_apart after insert on licence
  deferrable initially deferred for each row execute function keep_licence_periods_apart();

-- Whoever looks a licence up is neither its holder nor whoever recorded it, while there is a third.
create function third_administrator(holder bigint, recorder bigint) returns boolean language sql stable as $$
  select exists (
    select from account a
      join account_role r on r.clinic_id = a.clinic_id and r.account_id = a.id
     where a.clinic_id = current_clinic() and r.role = 'ADMIN' and a.disabled_at is null
       and a.practitioner_id is distinct from holder and a.practitioner_id is distinct from recorder)
$$;
grant execute on function third_administrator(bigint, bigint) to "${appRole}";

create function keep_other_eyes_on_licences() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if new.verified_by = new.practitioner_id
     or new.verified_by = new.recorded_by and third_administrator(new.practitioner_id, new.recorded_by) then
    perform refuse('PG005', 'licence_verified_by_another', 'another administrator verifies this licence');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
-- Also of one that says from its first moment that it was looked up.
create constraint trigger keep_other_eyes_on_licences after update on licence
  deferrable initially deferred for each row when (new.verified_at is not null and old.verified_at is null)
  execute function keep_other_eyes_on_licences();
create constraint trigger keep_other_eyes_on_new_licences after insert on licence
  deferrable initially deferred for each row when (new.verified_at is not null)
  execute function keep_other_eyes_on_licences();
create trigger licence_verified_by_administrator after update on licence
  for each row when (new.verified_at is not null and old.verified_at is null)
  execute function keep_administrator_acting('verified_by', 'licence_verified_by_administrator');
create trigger new_licence_verified_by_administrator after insert on licence
  for each row when (new.verified_at is not null)
  execute function keep_administrator_acting('verified_by', 'licence_verified_by_administrator');
create constraint trigger licence_verified_at_its_time after update on licence
  deferrable initially deferred for each row when (new.verified_at is not null and old.verified_at is null)
  execute function keep_true_time('verified_at', 'licence_verified_at_its_time');
create constraint trigger new_licence_verified_at_its_time after insert on licence
  deferrable initially deferred for each row when (new.verified_at is not null)
  execute function keep_true_time('verified_at', 'licence_verified_at_its_time');

-- The document behind a licence, as bytes and outside every folder that a server could show.
create table licence_proof (
  clinic_id      bigint not null default current_clinic() references clinic,
  id             bigint not null,
  licence_id     bigint not null,
  media_type     text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  content        bytea not null check (octet_length(content) between 1 and 5242880),
  file_hash      text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  added_at       timestamptz not null,
  added_by       bigint not null,
  submission_key text not null,
  version        bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, licence_id) references licence,
  foreign key (clinic_id, added_by) references practitioner
);
create index licence_proof_licence on licence_proof (clinic_id, licence_id);
grant select, insert on licence_proof to "${appRole}";
create trigger proof_added_by_actor after insert on licence_proof
  for each row execute function keep_signer_acting('added_by', 'proof_added_by_actor');
create constraint trigger proof_added_at_its_time after insert on licence_proof
  deferrable initially deferred for each row execute function keep_true_time('added_at', 'proof_added_at_its_time');

-- 2. The policies. Rows only come; another policy is another version.
create table diagnosis_policy (
  clinic_id        bigint not null default current_clinic() references clinic,
  id               bigint not null,
  jurisdiction     text not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
  -- Place among the clinic's versions for the jurisdiction, from 1.
  number           integer not null check (number > 0),
  who              text not null check (who in ('PHYSICIAN_ONLY', 'PHYSICIAN_OR_DIRECT_ACCESS_PT')),
  -- Limits of a diagnosis under direct access; none when null.
  max_days         integer check (max_days between 1 and 3650),
  -- Nobody records visits, so nothing could keep such a limit: none may be promised.
  max_visits       integer check (max_visits is null),
  prior_diagnosis  boolean not null,
  -- Beginnings of codes that are a physician's beside those that always are.
  never_codes      text not null check (never_codes = '' or never_codes ~ '^[A-Z][A-Z0-9.]{0,9}(,[A-Z][A-Z0-9.]{0,9})*$'),
  -- How long a provisional diagnosis carries treatment; 0 for never.
  provisional_days integer not null check (provisional_days between 0 and 14),
  reason           text not null check (btrim(reason) <> ''),
  drafted_at       timestamptz not null,
  drafted_by       bigint not null,
  submission_key   text not null,
  version          bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, jurisdiction, number),
  unique (clinic_id, submission_key),
  unique (clinic_id, id, jurisdiction),
  foreign key (clinic_id, drafted_by) references practitioner,
  check (who <> 'PHYSICIAN_ONLY' or max_days is null and not prior_diagnosis and never_codes = '')
);
create trigger policy_drafted_by_administrator after insert on diagnosis_policy
  for each row execute function keep_administrator_acting('drafted_by', 'policy_drafted_by_administrator');
create constraint trigger policy_drafted_at_its_time after insert on diagnosis_policy
  deferrable initially deferred for each row
  execute function keep_true_time('drafted_at', 'policy_drafted_at_its_time');

-- Of the signed versions whose day has come, the one signed last is in force. A version begins after the day of its
-- signature: what held on a past day never changes.
create table diagnosis_policy_signature (
  clinic_id      bigint not null default current_clinic() references clinic,
  id             bigint not null,
  policy_id      bigint not null,
  jurisdiction   text not null,
  -- Place in the order of signatures for the jurisdiction, from 1.
  place          integer not null check (place > 0),
  signed_at      timestamptz not null,
  -- The clinic's calendar day of it: the licence is checked on it.
  signed_on      date not null,
  signed_by      bigint not null,
  licence_id     bigint not null,
  effective_from date not null,
  version        bigint not null default 1,
  primary key (clinic_id, id),
  -- A draft is signed once.
  unique (clinic_id, policy_id),
  unique (clinic_id, jurisdiction, place),
  check (effective_from > signed_on and effective_from < signed_on + 3650),
  foreign key (clinic_id, policy_id, jurisdiction) references diagnosis_policy (clinic_id, id, jurisdiction),
  foreign key (clinic_id, signed_by) references practitioner,
  foreign key (clinic_id, licence_id) references licence
);
create index diagnosis_policy_signature_licence on diagnosis_policy_signature (clinic_id, licence_id);
grant select, insert on diagnosis_policy, diagnosis_policy_signature to "${appRole}";

-- A policy is a physician's signature, licensed on that day, under every policy.
create function keep_policy_professional() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  perform from licence where clinic_id = new.clinic_id and id = new.licence_id for share;
  broken := array(
    select rule.name
      from clinic
      left join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
      left join diagnosis_policy draft on draft.clinic_id = new.clinic_id and draft.id = new.policy_id
      cross join lateral (values
        ('policy_day_of_clinic', new.signed_on = day_in(clinic.time_zone, new.signed_at)),
        -- A signature may say minutes ago, and midnight may have passed since.
        ('policy_ahead', clinic.demonstration
          or new.effective_from > day_in(clinic.time_zone, clock_timestamp())),
        ('policy_licence_is_signers', licence.practitioner_id = new.signed_by),
        ('policy_signer_licensed', stood_on(licence, new.signed_on)),
        ('policy_signer_is_physician', may_diagnose(licence.profession)),
        ('policy_drafted_before', draft.drafted_at < new.signed_at),
        ('policy_signed_last', not exists (
          select from diagnosis_policy_signature s
           where s.clinic_id = new.clinic_id and s.jurisdiction = new.jurisdiction and s.place > new.place
             and s.signed_at < new.signed_at))
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG002', broken[1], 'the policy cannot be signed', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_policy_professional after insert on diagnosis_policy_signature
  deferrable initially deferred for each row execute function keep_policy_professional();
create constraint trigger policy_signed_at_its_time after insert on diagnosis_policy_signature
  deferrable initially deferred for each row
  execute function keep_true_time('signed_at', 'policy_signed_at_its_time');
create trigger policy_signed_by_actor after insert on diagnosis_policy_signature
  for each row execute function keep_signer_acting('signed_by', 'policy_signed_by_actor');

-- The version in force for the licences of a jurisdiction on a day; nothing where only the shipped rule holds.
create function policy_on(licensed_in text, day date) returns diagnosis_policy language sql stable as $$
  select p.*
    from diagnosis_policy_signature s
    join diagnosis_policy p on p.clinic_id = s.clinic_id and p.id = s.policy_id
    join licence l on l.clinic_id = s.clinic_id and l.id = s.licence_id
   where s.clinic_id = current_clinic() and s.jurisdiction = licensed_in and s.effective_from <= day
     and (l.lapsed_on is null or s.signed_on < l.lapsed_on)
   order by s.place desc limit 1
$$;

-- Who may diagnose under a licence on a day. may_diagnose(text) goes on saying who may under every policy.
create function may_diagnose(held licence, day date) returns boolean language sql stable as $$
  select may_diagnose(held.profession)
      or may_diagnose('PHYSICIAN') and held.profession = 'PHYSIOTHERAPIST'
         and (policy_on(held.jurisdiction, day)).who = 'PHYSICIAN_OR_DIRECT_ACCESS_PT'
$$;

-- What is a physician's under every policy, as PolicyTerms says it; and what this one leaves to them. Editions write
-- codes with and without dots.
create function never_direct_access(system text, code text, bone_stress boolean, more text) returns boolean
  language sql immutable as $$
  select bone_stress or system !~* '(icd|cie)-10'
      or plain_code(code) ~ ('^(A|B|C|D[0-4]|G0|G834|I|K|L0[0-8]|L405|M0[0127]|M081|M430|M4[569]|M48[45]|M600|M65[01]'
        || '|M71[01]|M726|M8[046]|M90|M966|M97|N|S[0-9]2|S2[67]|S343|S3[67]|T0[28]|T1[02]|T845)')
      or exists (
        select from unnest(string_to_array(more, ',')) stem
         where stem <> '' and starts_with(plain_code(code), plain_code(stem)))
$$;

-- Whether a red flag of the runner stands: here, at U0 or U1 anywhere, or in an unfinished intake.
create function red_flag_stands(clinic bigint, asked bigint) returns boolean language sql stable as $$
  select exists (
           select from episode here
             join episode e on e.clinic_id = here.clinic_id and e.patient_id = here.patient_id
             join screening s on s.clinic_id = e.clinic_id and s.episode_id = e.id
             join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id
            where here.clinic_id = clinic and here.id = asked and flag_stands(f)
              and (e.id = here.id
                   or e.state <> 'TRANSFERRED' and f.urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')))
      or exists (
           select from episode here where here.clinic_id = clinic and here.id = asked
              and holds_dangerous_draft(here.clinic_id, here.patient_id))
$$;

-- 3. A diagnosis names the policy that it was signed under, and how long it carries treatment.
alter table diagnosis
  add column policy_id bigint,
  add column direct_access boolean not null default false,
  add column recorded_as text check (recorded_as in ('PROVISIONAL', 'CONFIRMED')),
  add column carries_until date,
  add constraint diagnosis_of_policy foreign key (clinic_id, policy_id)
    references diagnosis_policy_signature (clinic_id, policy_id) deferrable initially deferred;
create index diagnosis_policy_applied on diagnosis (clinic_id, policy_id) where policy_id is not null;
create index diagnosis_limited on diagnosis (clinic_id, carries_until)
  where clinical_status = 'ACTIVE' and carries_until is not null;
alter table gate_decision
  add column policy_id bigint,
  add constraint gate_of_policy foreign key (clinic_id, policy_id)
    references diagnosis_policy_signature (clinic_id, policy_id) deferrable initially deferred;

alter table diagnosis disable trigger user;
do $$
declare
  each bigint;
  former text;
begin
  for each in select id from clinic order by id loop
    former := switch_clinic(each::text);
    update diagnosis set recorded_as = verification_status where verification_status in ('PROVISIONAL', 'CONFIRMED');
    perform switch_clinic(former);
  end loop;
end $$;
alter table diagnosis enable trigger user;

create function keep_certainty_signed() returns trigger language plpgsql as $$
begin
  -- One that is written when it has ended already says itself what it was signed as.
  if new.verification_status in ('PROVISIONAL', 'CONFIRMED') then
    new.recorded_as := new.verification_status;
  end if;
  return new;
end $$;
create trigger keep_certainty_signed before insert on diagnosis
  for each row execute function keep_certainty_signed();

create function physician_diagnosed(asked diagnosis) returns boolean language sql stable as $$
  select exists (
    select from episode here
      join episode e on e.clinic_id = here.clinic_id and e.patient_id = here.patient_id
      join diagnosis d on d.clinic_id = e.clinic_id and d.episode_id = e.id
      join licence l on l.clinic_id = d.clinic_id and l.id = d.licence_id
     where here.clinic_id = asked.clinic_id and here.id = asked.episode_id and d.body_site = asked.body_site
       and d.id <> asked.id and d.verification_status = 'CONFIRMED' and not d.direct_access
       and d.recorded_at <= asked.recorded_at and stood_on(l, d.recorded_on))
$$;

-- The last day on which it carries treatment, the first one counted. The days count from the first diagnosis of its kind
-- in the course of care that carried any: signing again does not begin them anew.
create function carried_until(asked diagnosis, policy diagnosis_policy) returns date language sql stable as $$
  select least(
    case when asked.recorded_as = 'PROVISIONAL' and policy.provisional_days > 0 then (
      select min(d.recorded_on) from diagnosis d
       where d.clinic_id = asked.clinic_id and d.episode_id = asked.episode_id and d.recorded_as = 'PROVISIONAL'
         and (d.id = asked.id or d.carries_until is not null))
      + policy.provisional_days - 1 end,
    case when asked.direct_access then (
      select min(d.recorded_on) from diagnosis d
       where d.clinic_id = asked.clinic_id and d.episode_id = asked.episode_id and d.direct_access
         and (d.id = asked.id or d.carries_until is not null))
      + policy.max_days - 1 end)
$$;

-- As before, and now: by the policy in force on the day of the signature.
create or replace function keep_diagnosis_professional() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  broken := array(
    select rule.name
      from clinic
      left join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
      left join lateral policy_on(licence.jurisdiction, new.recorded_on) policy on true
      left join lateral (
        select true as in_force, c.billable, c.bone_stress from codes_on(new.recorded_on) c
         where (c.system, c.edition, c.code) = (new.code_system, new.code_edition, new.code)
           and c.own_edition_id is not distinct from new.own_edition_id) chosen on true
      cross join lateral (values
        ('diagnosis_day_of_clinic', new.recorded_on = day_in(clinic.time_zone, new.recorded_at)),
        ('diagnosis_licence_is_signers', licence.practitioner_id = new.recorded_by),
        ('diagnosis_signer_licensed', stood_on(licence, new.recorded_on)),
        ('diagnosis_signer_may_diagnose', may_diagnose(licence, new.recorded_on)),
        ('diagnosis_policy_in_force', new.policy_id is not distinct from policy.id),
        ('diagnosis_direct_access', new.direct_access = (licence.profession <> 'PHYSICIAN')),
        ('diagnosis_covered', not new.direct_access
          or not never_direct_access(new.code_system, new.code, new.bone_stress, policy.never_codes)),
        ('diagnosis_without_flag', not new.direct_access or not red_flag_stands(new.clinic_id, new.episode_id)),
        ('diagnosis_after_physicians', not new.direct_access or not policy.prior_diagnosis
          or physician_diagnosed(new)),
        ('diagnosis_of_own_kind', not new.direct_access or new.revises_id is null or exists (
          select from diagnosis d
           where d.clinic_id = new.clinic_id and d.id = new.revises_id and d.direct_access)),
        ('diagnosis_carries_until', new.carries_until is not distinct from carried_until(new, policy)),
        ('diagnosis_code_in_force', chosen.in_force),
        ('diagnosis_code_billable', chosen.in_force is null or chosen.billable),
        ('diagnosis_bone_stress_of_code', new.bone_stress or chosen.in_force is null or not chosen.bone_stress),
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

-- 4. A plan needs a diagnosis of an earlier act, that still carries treatment, under a policy that stands.
create or replace function plan_refusals_by_record(plan care_plan, occasion text) returns setof text language sql stable as $$
  select rule.name
    from clinic
    join episode on episode.clinic_id = plan.clinic_id and episode.id = plan.episode_id
    left join diagnosis on diagnosis.clinic_id = plan.clinic_id and diagnosis.id = plan.diagnosis_id
    left join licence on licence.clinic_id = plan.clinic_id and licence.id = diagnosis.licence_id
    left join lateral policy_on(licence.jurisdiction, diagnosis.recorded_on) policy on true
    left join gate_decision gate on gate.clinic_id = plan.clinic_id and gate.id = plan.gate_decision_id
    left join lateral (
      select * from screening
       where screening.clinic_id = plan.clinic_id and screening.episode_id = plan.episode_id
       order by performed_at desc, id desc limit 1) latest on true
    cross join lateral (values
      ('plan_diagnosis_present',      'always', diagnosis.id is not null),
      ('plan_diagnosis_confirmed',    'always', diagnosis.verification_status = 'CONFIRMED'
                                                or diagnosis.verification_status = 'PROVISIONAL'
                                                   and policy.provisional_days > 0),
      ('plan_diagnosis_active',       'always', diagnosis.clinical_status = 'ACTIVE'),
      ('plan_diagnosis_same_episode', 'always', diagnosis.episode_id = plan.episode_id),
      ('plan_diagnosis_same_site',    'always', diagnosis.body_site = episode.body_site),
      ('plan_diagnosis_before_plan',  'always', diagnosis.recorded_at < plan.created_at
                                                and diagnosis.recorded_on <= plan.starts_on),
      ('plan_licence_is_signers',     'always', licence.practitioner_id = diagnosis.recorded_by),
      ('plan_signer_licensed',        'always', stood_on(licence, diagnosis.recorded_on)),
      ('plan_signer_may_diagnose',    'entry',  may_diagnose(licence, diagnosis.recorded_on)),
      ('plan_policy_stands',          'always', not (diagnosis.direct_access or diagnosis.verification_status = 'PROVISIONAL')
                                                or diagnosis.policy_id is not distinct from policy.id),
      ('plan_diagnosis_carries',      'entry',  greatest(day_in(clinic.time_zone, plan.state_since), plan.starts_on)
                                                <= coalesce(diagnosis.carries_until, 'infinity')),
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
      ('plan_gate_same_policy',       'always', gate.policy_id is not distinct from diagnosis.policy_id),
      ('plan_gate_asked_now',         'entry',  gate.asked_at = plan.state_since),
      ('plan_author_may_treat',       'start',  may_treat(plan.clinic_id, plan.author_id)),
      ('plan_asker_may_treat',        'entry',  may_treat(plan.clinic_id, gate.asked_by))
    ) rule (name, asked, holds)
   where clinic.id = plan.clinic_id
     and (rule.asked = 'always' or rule.asked = occasion or rule.asked = 'entry' and occasion in ('start', 'resume'))
     and rule.holds is not true
$$;

-- As before, and now the licence of whoever signed the policy is locked too: it carries what rests on the policy.
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
  perform from licence
   where clinic_id = new.clinic_id and id in (
     select d.licence_id from diagnosis d where d.clinic_id = new.clinic_id and d.id = new.diagnosis_id
     union
     select s.licence_id
       from diagnosis d
       join diagnosis_policy_signature s on s.clinic_id = d.clinic_id and s.policy_id = d.policy_id
      where d.clinic_id = new.clinic_id and d.id = new.diagnosis_id)
   order by id for share;
  -- As it is now; the transaction may have changed it again.
  select * into plan from care_plan where clinic_id = new.clinic_id and id = new.id;
  if plan.state = 'ACTIVE' then
    perform refuse_plan(array(select plan_refusals(plan, occasion)));
  end if;
  perform switch_clinic(former);
  return null;
end $$;

-- As before, and now a plan stands no longer than the licence that its diagnosis' policy was signed under.
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
      select d.episode_id
        from diagnosis_policy_signature s
        join diagnosis d on d.clinic_id = s.clinic_id and d.policy_id = s.policy_id
       where s.clinic_id = new.clinic_id and s.licence_id = new.id
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

-- As before, and now a diagnosis that no longer carries treatment waits to be signed anew, and a provisional one that
-- carries some waits for nothing but its plan.
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
      select d.verification_status = 'PROVISIONAL' and d.carries_until is null as carries_nothing,
             d.recorded_on between l.valid_from and l.valid_to
               and (l.lapsed_on is null or d.recorded_on < l.lapsed_on)
               and (d.carries_until is null or d.carries_until >= (now() at time zone h.time_zone)::date)
               -- A policy fell with the licence it was signed under.
               and not ((d.direct_access or d.verification_status = 'PROVISIONAL') and exists (
                 select from diagnosis_policy_signature q
                   join licence m on m.clinic_id = q.clinic_id and m.id = q.licence_id
                  where q.clinic_id = d.clinic_id and q.policy_id = d.policy_id and q.signed_on >= m.lapsed_on))
               as licensed
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
               -- A provisional one opens the gate only for the days of a policy, and each only under a licence that stood.
               when d.carries_nothing then 'DIAGNOSE'
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

-- Clinics in which a plan goes on after the last day of its diagnosis: their ids and nothing else.
create function clinics_with_diagnosis_limit_passed(at timestamptz) returns setof bigint
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  each record;
  former text := coalesce(current_setting('pacegate.clinic', true), '');
begin
  for each in select id, time_zone from clinic order by id loop
    perform switch_clinic(each.id::text);
    if exists (
      select from diagnosis d
        join care_plan p on p.clinic_id = d.clinic_id and p.episode_id = d.episode_id
       where d.clinic_id = each.id and d.clinical_status = 'ACTIVE' and d.carries_until < day_in(each.time_zone, at)
         and p.state in ('ACTIVE', 'ON_HOLD')) then
      return next each.id;
    end if;
  end loop;
  perform switch_clinic(former);
end $$;

-- What the application has to know of the policies, in one value: the setting, then a line for each that counts.
create function policy_lines(asked bigint) returns text language sql stable as $$
  select coalesce((select value from setting where clinic_id = asked and name = 'diagnosis.policy'), 'PHYSICIAN_ONLY')
      || coalesce((
           select string_agg(concat(chr(10), p.id, '|', s.jurisdiction, '|', s.place, '|', s.effective_from, '|',
                                    s.signed_on, '|', s.licence_id, '|', p.who, '|', p.max_days, '|',
                                    p.prior_diagnosis, '|', p.never_codes, '|', p.provisional_days), '')
             from diagnosis_policy_signature s
             join diagnosis_policy p on p.clinic_id = s.clinic_id and p.id = s.policy_id
             join licence l on l.clinic_id = s.clinic_id and l.id = s.licence_id
            where s.clinic_id = asked and (l.lapsed_on is null or s.signed_on < l.lapsed_on)), '')
$$;
grant execute on function clinics_with_diagnosis_limit_passed(timestamptz), policy_lines(bigint) to "${appRole}";

call isolate_clinics();
