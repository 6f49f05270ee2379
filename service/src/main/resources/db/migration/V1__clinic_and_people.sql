-- Clinic (the tenant), its people, their accounts, roles and licences.
--
-- In every table with clinic_id the primary key is (clinic_id, id), and every foreign key and unique
-- constraint carries clinic_id: no row can point into another clinic. The column fills itself from the
-- transaction's clinic, so the application never names it.

create extension if not exists pg_trgm with schema public;
create extension if not exists unaccent with schema public;
create extension if not exists fuzzystrmatch with schema public;

create function current_clinic() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('pacegate.clinic', true), '')::bigint $$;
comment on function current_clinic() is
  'The clinic of the transaction, set with set_config(''pacegate.clinic'', …, true). Null shows nothing.';

create function current_practitioner() returns bigint language sql stable parallel safe as
  $$ select nullif(current_setting('pacegate.practitioner', true), '')::bigint $$;

-- unaccent() is only stable because its dictionary could be replaced; this one names the dictionary.
create function searchable(words text) returns text language sql immutable parallel safe as
  $$ select lower(public.unaccent('public.unaccent', words)) $$;

-- One sequence for every table: an id is unique everywhere, and the provider takes fifty at a time.
-- Starts where its first block of 50 ends: the persistence provider counts blocks backwards from the value it gets.
create sequence record_seq increment 50 start 50;

create table clinic (
  id            bigint primary key,
  name          text not null check (name <> ''),
  time_zone     text not null,
  jurisdiction  text not null,
  language      text not null check (language in ('en', 'es')),
  demonstration boolean not null default false,
  opened_at     timestamptz not null
);

-- Thresholds that docs/clinical-basis.md marks [D] are proposals: a clinic's lead clinician may change them.
create table setting (
  clinic_id  bigint not null default current_clinic() references clinic,
  id         bigint not null,
  name       text not null,
  value      text not null,
  changed_at timestamptz not null,
  changed_by bigint,
  version    bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, name)
);

create table practitioner (
  clinic_id   bigint not null default current_clinic() references clinic,
  id          bigint not null,
  family_name text not null check (family_name <> ''),
  given_name  text not null check (given_name <> ''),
  version     bigint not null default 1,
  primary key (clinic_id, id)
);

create table licence (
  clinic_id       bigint not null default current_clinic() references clinic,
  id              bigint not null,
  practitioner_id bigint not null,
  profession      text not null check (profession in ('PHYSICIAN', 'PHYSIOTHERAPIST')),
  number          text not null check (number <> ''),
  authority       text not null check (authority <> ''),
  valid_from      date not null,
  valid_to        date not null,
  -- A lapse found later: the licence was not valid from this day on, whatever valid_to says.
  lapsed_on       date,
  lapse_reason    text,
  lapse_found_at  timestamptz,
  lapse_found_by  bigint,
  version         bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, authority, number),
  foreign key (clinic_id, practitioner_id) references practitioner,
  foreign key (clinic_id, lapse_found_by) references practitioner,
  check (valid_to >= valid_from),
  check ((lapsed_on is null) = (lapse_reason is null) and (lapsed_on is null) = (lapse_found_at is null))
);

create table account (
  clinic_id            bigint not null default current_clinic() references clinic,
  id                   bigint not null,
  practitioner_id      bigint not null,
  login                text not null check (login = lower(login) and login <> ''),
  password_hash        text not null,
  must_change_password boolean not null,
  -- Raised by "sign out everywhere" and by every password change: older sessions end at their next request.
  session_epoch        integer not null default 0,
  language             text not null check (language in ('en', 'es')),
  disabled_at          timestamptz,
  version              bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, practitioner_id),
  foreign key (clinic_id, practitioner_id) references practitioner
);

create table account_role (
  clinic_id  bigint not null default current_clinic() references clinic,
  account_id bigint not null,
  role       text not null check (role in ('STAFF', 'THERAPIST', 'PHYSICIAN', 'EDITOR', 'REVIEWER', 'ADMIN')),
  primary key (clinic_id, account_id, role),
  foreign key (clinic_id, account_id) references account
);

-- Which clinic a login belongs to, before anybody is signed in. The application's role cannot read it; the
-- functions below, which run as the owner, can. A login is unique over all clinics.
create table sign_in_name (
  login      text primary key,
  clinic_id  bigint not null references clinic,
  account_id bigint not null,
  foreign key (clinic_id, account_id) references account
);

create function keep_sign_in_name() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    delete from sign_in_name where login = old.login;
  end if;
  insert into sign_in_name (login, clinic_id, account_id) values (new.login, new.clinic_id, new.id);
  return null;
end $$;
create trigger keep_sign_in_name after insert or update of login on account
  for each row execute function keep_sign_in_name();

-- Enters the clinic of a login for this transaction: sets the clinic and the acting practitioner, and returns
-- who acts. No row (and no clinic) for an unknown or disabled login.
create function enter_clinic(sign_in text)
  returns table (clinic_id bigint, clinic_name text, time_zone text, demonstration boolean,
                 practitioner_id bigint, family_name text, given_name text, account_id bigint,
                 session_epoch integer, must_change_password boolean, language text, roles text)
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  home bigint;
begin
  select n.clinic_id into home from sign_in_name n where n.login = lower(sign_in);
  perform set_config('pacegate.clinic', coalesce(home::text, ''), true),
          set_config('pacegate.practitioner', '', true);
  if home is null then
    return;
  end if;
  return query
    select c.id, c.name, c.time_zone, c.demonstration, p.id, p.family_name, p.given_name, a.id,
           a.session_epoch, a.must_change_password, a.language,
           (select string_agg(r.role, ',' order by r.role) from account_role r
             where r.clinic_id = a.clinic_id and r.account_id = a.id)
      from account a
      join clinic c on c.id = a.clinic_id
      join practitioner p on p.clinic_id = a.clinic_id and p.id = a.practitioner_id
     where a.clinic_id = home and a.login = lower(sign_in) and a.disabled_at is null;
  if found then
    perform set_config('pacegate.practitioner',
      (select a.practitioner_id::text from account a where a.clinic_id = home and a.login = lower(sign_in)), true);
  else
    perform set_config('pacegate.clinic', '', true);
  end if;
end $$;

-- The stored password hash of a login, for the identity store. Does not enter the clinic.
create function password_hash_of(sign_in text) returns text
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  home bigint;
  before text := coalesce(current_setting('pacegate.clinic', true), '');
  hash text;
begin
  select n.clinic_id into home from sign_in_name n where n.login = lower(sign_in);
  perform set_config('pacegate.clinic', coalesce(home::text, ''), true);
  select a.password_hash into hash from account a
   where a.clinic_id = home and a.login = lower(sign_in) and a.disabled_at is null;
  perform set_config('pacegate.clinic', before, true);
  return hash;
end $$;

-- Growing delay per account and per address. The subject is a hash: neither logins nor addresses are kept.
create table sign_in_delay (
  subject        text primary key,
  failures       integer not null check (failures > 0),
  last_failed_at timestamptz not null
);

-- The curated code list is the product's, not a clinic's.
create table diagnosis_code (
  system       text not null,
  code         text not null,
  edition      text not null,
  label_en     text not null,
  label_es     text not null,
  body_site    text,
  -- Forbids impact until a physician releases it: bone stress, pars, fracture.
  bone_stress  boolean not null default false,
  valid_from   date not null,
  valid_to     date,
  primary key (system, code, edition)
);
