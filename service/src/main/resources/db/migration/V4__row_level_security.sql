-- Tenancy and rights. The application's role owns nothing, cannot bypass a policy, deletes nothing clinical and
-- updates only the columns that may change. The owner is under the policies too: a migration that reads or writes
-- rows enters a clinic first, as everybody does.

-- Closes every table that carries clinic_id to other clinics. A later migration that creates a table calls it
-- again; a table that is missed fails the test of the schema.
create procedure isolate_clinics() language plpgsql as $$
declare
  tenant regclass;
begin
  for tenant in
    select c.oid
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id' and not a.attisdropped
     where c.relnamespace = '${flyway:defaultSchema}'::regnamespace and c.relkind in ('r', 'p')
       and c.relname <> 'sign_in_name'
       and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'clinic_isolation')
     order by c.relname
  loop
    execute format('alter table %s enable row level security', tenant);
    execute format('alter table %s force row level security', tenant);
    execute format('create policy clinic_isolation on %s '
                   'using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())', tenant);
  end loop;
end $$;
call isolate_clinics();

-- A clinic sees itself, and is opened by entering its id first. The owner sees that there are others.
alter table clinic enable row level security;
alter table clinic force row level security;
create policy clinic_isolation on clinic using (id = current_clinic()) with check (id = current_clinic());
create policy owner_sees_clinics on clinic for select to current_user using (true);

-- Signing in looks in all clinics, and only the owner's functions do.
alter table sign_in_name enable row level security;
alter table sign_in_name force row level security;
create policy owner_signs_in on sign_in_name to current_user using (true) with check (true);

create policy own_drafts on form_draft as restrictive
  using (practitioner_id = current_practitioner()) with check (practitioner_id = current_practitioner());

-- For the decision at the first start, before there is a clinic to enter.
create function no_clinic_yet() returns boolean language sql stable security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as
  $$ select not exists (select from clinic) $$;

create function holds_demonstration() returns boolean language sql stable security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as
  $$ select exists (select from clinic where demonstration) $$;

-- Functions. The others belong to triggers, which need no right to run.
revoke execute on all routines in schema ${flyway:defaultSchema} from public;
alter default privileges revoke execute on routines from public;
grant usage on schema ${flyway:defaultSchema} to "${appRole}", "${sealerRole}";
grant execute on function current_clinic(), current_practitioner() to "${appRole}", "${sealerRole}";
grant execute on function searchable(text), no_clinic_yet(), holds_demonstration(),
  enter_clinic(text), password_hash_of(text) to "${appRole}";

-- Tables: read and add.
grant usage on sequence record_seq to "${appRole}";
grant select on flyway_schema_history, diagnosis_code to "${appRole}";
grant select, insert on
  clinic, setting, practitioner, licence, account, account_role, sign_in_delay, form_draft,
  patient, episode, episode_transition, intake, intake_entry, running_profile, consent, screening, screening_flag,
  referral, diagnosis, finding, gate_decision, care_plan, plan_block
  to "${appRole}";

-- Change: only what a verb of the domain changes. Facts are missing here on purpose.
grant update (value, changed_at, changed_by, version) on setting to "${appRole}";
grant update (family_name, given_name, version) on practitioner to "${appRole}";
grant update (valid_to, lapsed_on, lapse_reason, lapse_found_at, lapse_found_by, version) on licence to "${appRole}";
grant update (login, password_hash, must_change_password, session_epoch, language, disabled_at, version)
  on account to "${appRole}";
grant update (failures, last_failed_at) on sign_in_delay to "${appRole}";
grant update (content, saved_at) on form_draft to "${appRole}";
grant update (family_name, given_name, birth_date, sex, phone, email, language, version) on patient to "${appRole}";
grant update (state, state_since, version) on episode to "${appRole}";
grant update (state, step, patient_id, episode_id, rule_set, rule_set_version, saved_at, submitted_at, submitted_by,
  submission_key, version) on intake to "${appRole}";
grant update (value, entered_at, entered_by) on intake_entry to "${appRole}";
grant update (status, acknowledged_at, acknowledged_by, version) on screening to "${appRole}";
grant update (state, decided_at, decided_by, licence_id, reason, version) on screening_flag to "${appRole}";
grant update (state, closed_at, closed_by, outcome, version) on referral to "${appRole}";
grant update (verification_status, clinical_status, ended_at, ended_by, end_reason, version)
  on diagnosis to "${appRole}";
grant update (state, state_since, state_reason, gate_decision_id, version) on care_plan to "${appRole}";

-- Delete: what is no record yet, and what somebody may no longer do.
grant delete on account_role, intake_entry, form_draft, sign_in_delay to "${appRole}";
