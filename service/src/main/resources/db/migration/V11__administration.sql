-- What the administration of a clinic must not lose or hide.
--
--   PG005  the clinic would be left without somebody who can open it again (rule clinic_administrator)

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
