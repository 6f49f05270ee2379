-- Nobody writes into the past or the future what gives a right, and what a record said before somebody was identified
-- stays.
--
--   PG006  a time that gives a right is not the time at which it was written   (rules …_at_its_time)

-- 1. The rules of V3 and V10 compare times that the writer says with one another: a screening that was good a month
-- ago, a licence that has ended since, would still open the gate to whoever says that it is a month ago. Here they are
-- compared with the database's own clock, when the transaction ends, so that holding one open does not help either.
-- The minutes are for a transaction that waits for another one and for clocks that differ a little
-- (docs/administrator-guide.md). The demonstration writes the history of months at once.
create function keep_true_time() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  said timestamptz := (to_jsonb(new) ->> tg_argv[0])::timestamptz;
  former text := switch_clinic(new.clinic_id::text);
begin
  if (said between clock_timestamp() - interval '5 minutes' and clock_timestamp() + interval '5 minutes') is not true
     and not exists (select from clinic where id = new.clinic_id and demonstration) then
    perform refuse('PG006', tg_argv[1], 'what gives a right is written at its time');
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger screening_at_its_time after insert on screening
  deferrable initially deferred for each row
  execute function keep_true_time('performed_at', 'screening_at_its_time');
create constraint trigger flag_decided_at_its_time after insert on flag_decision
  deferrable initially deferred for each row
  execute function keep_true_time('decided_at', 'flag_decided_at_its_time');
create constraint trigger diagnosis_at_its_time after insert on diagnosis
  deferrable initially deferred for each row
  execute function keep_true_time('recorded_at', 'diagnosis_at_its_time');
create constraint trigger gate_at_its_time after insert on gate_decision
  deferrable initially deferred for each row
  execute function keep_true_time('asked_at', 'gate_at_its_time');
create constraint trigger lapse_at_its_time after insert on licence_lapse
  deferrable initially deferred for each row
  execute function keep_true_time('found_at', 'lapse_at_its_time');
-- What a plan rests on is compared with its first moment too, whatever state it begins in.
create constraint trigger plan_created_at_its_time after insert on care_plan
  deferrable initially deferred for each row
  execute function keep_true_time('created_at', 'plan_created_at_its_time');
create constraint trigger plan_active_at_its_time after insert on care_plan
  deferrable initially deferred for each row when (new.state = 'ACTIVE')
  execute function keep_true_time('state_since', 'plan_active_at_its_time');
-- Also when only the time moves: it is what the gate's answer and the screening's last day are compared with.
create constraint trigger plan_resumed_at_its_time after update on care_plan
  deferrable initially deferred for each row
  when (new.state = 'ACTIVE' and (old.state, old.state_since) is distinct from (new.state, new.state_since))
  execute function keep_true_time('state_since', 'plan_resumed_at_its_time');

-- A plan begins within 90 days, as PlanContent says: what it rests on does not hold for longer.
create function keep_plan_near() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if exists (select from clinic
              where id = new.clinic_id and new.starts_on > day_in(time_zone, new.created_at) + 90) then
    perform refuse('PG001', 'plan_starts_soon', 'the plan begins too far in the future');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_plan_near after insert on care_plan
  deferrable initially deferred for each row execute function keep_plan_near();

-- 2. Rights that no verb of the domain uses: when a licence ends, what a colleague is called or signs in with, which
-- thresholds hold.
revoke update (valid_to) on licence from "${appRole}";
revoke update (family_name, given_name, version) on practitioner from "${appRole}";
revoke update (value, changed_at, changed_by, version) on setting from "${appRole}";
revoke update (login) on account from "${appRole}";

-- 3. Somebody who could not be asked in an emergency said who it is: once, with what stood there before.
create table patient_identification (
  clinic_id          bigint not null default current_clinic() references clinic deferrable initially deferred,
  id                 bigint not null,
  patient_id         bigint not null,
  former_family_name text not null,
  former_given_name  text not null,
  former_birth_date  date,
  former_sex         text not null,
  former_phone       text,
  former_email       text,
  former_language    text not null,
  family_name        text not null check (family_name not in ('', '?')),
  given_name         text not null check (given_name not in ('', '?')),
  birth_date         date not null,
  sex                text not null,
  phone              text,
  email              text,
  language           text not null,
  told_at            timestamptz not null,
  told_to            bigint not null,
  primary key (clinic_id, id),
  unique (clinic_id, patient_id),
  foreign key (clinic_id, patient_id) references patient deferrable initially deferred,
  foreign key (clinic_id, told_to) references practitioner deferrable initially deferred,
  -- Who was known has a former name (another table), and is not identified.
  check (former_birth_date is null or former_family_name = '?' or former_given_name = '?')
);
call isolate_clinics();
grant select, insert on patient_identification to "${appRole}";

-- One more kind in the timeline, behind whatever it shows already.
do $$ begin
  execute format($view$
    create or replace view timeline with (security_invoker = true) as
      %s
      union all
      select i.told_at, 'IDENTIFIED', i.id, i.patient_id, null::bigint, null::text,
             i.former_given_name || ' ' || i.former_family_name, w.given_name || ' ' || w.family_name
        from patient_identification i
        left join practitioner w on w.clinic_id = i.clinic_id and w.id = i.told_to
    $view$, rtrim(pg_get_viewdef('timeline'::regclass), '; '));
end $$;
