-- What the administration of a clinic must not lose or hide.
--
--   PG005  the clinic would be left without somebody who can open it again (rule clinic_administrator), or a licence
--          without a second pair of eyes (rule licence_recorded_by_another)

-- Whether somebody else administers the transaction's clinic. Two administrators who disable each other at the same
-- moment wait for each other here, so the second one sees what the first one did.
create function other_administrator(than_account bigint) returns boolean language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('administrators of ' || current_clinic(), 0));
  return exists (
    select from account a
      join account_role r on r.clinic_id = a.clinic_id and r.account_id = a.id
     where a.clinic_id = current_clinic() and r.role = 'ADMIN' and a.disabled_at is null
       and a.id is distinct from than_account);
end $$;
grant execute on function other_administrator(bigint) to "${appRole}";

-- Asked at commit, when roles that were taken and given in one transaction are all there.
create function keep_an_administrator() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(old.clinic_id::text);
begin
  if not other_administrator(null) then
    perform refuse('PG005', 'clinic_administrator', 'a clinic keeps an administrator who can sign in');
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create function keep_an_administrator_enabled() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if exists (select from account_role r
              where r.clinic_id = new.clinic_id and r.account_id = new.id and r.role = 'ADMIN')
     and not other_administrator(null) then
    perform refuse('PG005', 'clinic_administrator', 'a clinic keeps an administrator who can sign in');
  end if;
  perform switch_clinic(former);
  return null;
end $$;

create constraint trigger keep_an_administrator after delete or update on account_role
  deferrable initially deferred for each row when (old.role = 'ADMIN') execute function keep_an_administrator();
create constraint trigger keep_an_administrator after update of disabled_at on account
  deferrable initially deferred for each row when (old.disabled_at is null and new.disabled_at is not null)
  execute function keep_an_administrator_enabled();

-- Whether somebody may treat: to be of the staff, or to administer, is not enough, and who may not sign in may not
-- treat either.
create or replace function may_treat(clinic bigint, practitioner bigint) returns boolean language sql stable as $$
  select exists (
    select from account a
      join account_role r on r.clinic_id = a.clinic_id and r.account_id = a.id
     where a.clinic_id = clinic and a.practitioner_id = practitioner and a.disabled_at is null
       and r.role in ('THERAPIST', 'PHYSICIAN'))
$$;

-- Failed sign-ins belong to the clinic of the login that was tried, so that its administrators see them. Enters that
-- clinic for this transaction with nobody acting, and returns the account, disabled ones too; for a login that
-- nobody has, no clinic and null.
create function enter_clinic_as_nobody(sign_in text) returns bigint
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  home sign_in_name;
begin
  select * into home from sign_in_name n where n.login = lower(sign_in);
  perform set_config('pacegate.clinic', coalesce(home.clinic_id::text, ''), true),
          set_config('pacegate.practitioner', '', true);
  return home.account_id;
end $$;
grant execute on function enter_clinic_as_nobody(text) to "${appRole}";

-- Tries that were refused unseen because they had to wait, since the last one that did not have to.
alter table sign_in_delay add column waited integer not null default 0;
grant update (waited) on sign_in_delay to "${appRole}";

-- A list shows many patients in one event, whose detail ends in their ids (decision 0005).
create function audit.patients_shown(detail text) returns bigint[] language sql immutable parallel safe as
  $$ select string_to_array(substring(detail from ' patients ([0-9,]+)$'), ',')::bigint[] $$;
grant execute on function audit.patients_shown(text) to "${appRole}";
create index event_patients_shown on audit.event using gin (audit.patients_shown(detail)) where action = 'SEARCH';

create or replace function audit.events_of_clinic(of_patient bigint, below bigint, at_most integer)
  returns setof audit.event
  language sql stable security definer set search_path = audit, ${flyway:defaultSchema}, pg_temp as $$
  (select * from event e
    where of_patient is null and e.clinic_id = current_clinic() and (below is null or e.id < below)
    order by e.id desc limit least(at_most, 500))
  union all
  (select shown.* from (
      (select * from event e
        where e.clinic_id = current_clinic() and e.patient_id = of_patient and (below is null or e.id < below)
        order by e.id desc limit least(at_most, 500))
      union all
      (select * from event e
        where e.clinic_id = current_clinic() and e.patient_id is null and (below is null or e.id < below)
          and e.action = 'SEARCH' and audit.patients_shown(e.detail) @> array[of_patient]
        order by e.id desc limit least(at_most, 500))) shown
    order by shown.id desc limit least(at_most, 500))
$$;

-- A clinic's own name and clock are its administrators' to set.
grant update (name, time_zone) on clinic to "${appRole}";

create function is_time_zone(zone text) returns boolean language sql stable as
  $$ select exists (select from pg_timezone_names where name = zone) $$;
grant execute on function is_time_zone(text) to "${appRole}";

-- Who recorded a licence: four eyes, where there are four. Nobody records their own while somebody else could.
alter table licence add column recorded_by bigint;
alter table licence add foreign key (clinic_id, recorded_by) references practitioner;

create function keep_four_eyes_on_licences() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  new.recorded_by := current_practitioner();
  if new.practitioner_id = new.recorded_by
     and other_administrator((select a.id from account a
                               where a.clinic_id = new.clinic_id and a.practitioner_id = new.recorded_by)) then
    perform refuse('PG005', 'licence_recorded_by_another', 'another administrator records this licence');
  end if;
  perform switch_clinic(former);
  return new;
end $$;
create trigger keep_four_eyes_on_licences before insert on licence
  for each row execute function keep_four_eyes_on_licences();

-- What somebody typed and never sent is forgotten after a time, in every clinic. Each draft is its author's alone, so
-- the function goes from author to author.
create function forget_drafts(saved_before timestamptz) returns bigint
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  home bigint;
  author bigint;
  forgotten bigint;
  total bigint := 0;
begin
  for home in select id from clinic loop
    perform set_config('pacegate.clinic', home::text, true);
    for author in select id from practitioner where clinic_id = home loop
      perform set_config('pacegate.practitioner', author::text, true);
      delete from form_draft where clinic_id = home and practitioner_id = author and saved_at < saved_before;
      get diagnostics forgotten = row_count;
      total := total + forgotten;
    end loop;
  end loop;
  perform set_config('pacegate.clinic', '', true), set_config('pacegate.practitioner', '', true);
  return total;
end $$;
grant execute on function forget_drafts(timestamptz) to "${appRole}";
