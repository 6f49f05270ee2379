-- The third door: a tablet of the clinic on which runners answer by themselves.
-- docs/decisions/0019-the-kiosk.md has the reasons.

-- 1. The tablet. Key and PIN are kept as hashes: whoever reads the table gets in nowhere.
create table kiosk (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null,
  name           text not null check (btrim(name) <> '' and length(name) <= 60),
  key_hash       text not null check (key_hash ~ '^[0-9a-f]{64}$'),
  pin_hash       text not null check (pin_hash <> ''),
  begun_at       timestamptz not null,
  begun_by       bigint not null,
  ends_at        timestamptz not null check (ends_at > begun_at),
  ended_at       timestamptz,
  -- Null when it was left on the tablet, with the PIN.
  ended_by       bigint,
  submission_key text not null,
  version        bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, key_hash),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, begun_by) references practitioner deferrable initially deferred,
  foreign key (clinic_id, ended_by) references practitioner deferrable initially deferred,
  check (ended_by is null or ended_at is not null)
);
create index kiosk_key on kiosk (key_hash);
create index kiosk_running on kiosk (clinic_id, ends_at) where ended_at is null;
create trigger kiosk_ended_for_good before update on kiosk
  for each row when (old.ended_at is not null) execute function refuse_change('kiosk_ended_for_good');

-- Somebody was sent to the desk: when and where, and nothing that they typed.
create table kiosk_turned_away (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null default nextval('record_seq'),
  kiosk_id       bigint not null,
  turned_away_at timestamptz not null,
  -- The birth date is expected and the name is another one; nobody fits; several fit; too many tries before.
  reason         text not null check (reason in ('OTHER_NAME', 'NOBODY', 'SEVERAL', 'TOO_SOON')),
  primary key (clinic_id, id),
  foreign key (clinic_id, kiosk_id) references kiosk deferrable initially deferred
);
create index kiosk_turned_away_at on kiosk_turned_away (clinic_id, turned_away_at desc);

-- 2. Whom the tablet lets in: an unfinished intake, for one day of the clinic.
create table expected_intake (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null default nextval('record_seq'),
  intake_id      bigint not null,
  expected_on    date not null,
  put_at         timestamptz not null,
  put_by         bigint not null,
  taken_off_at   timestamptz,
  taken_off_by   bigint,
  submission_key text not null,
  primary key (clinic_id, id),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  foreign key (clinic_id, put_by) references practitioner deferrable initially deferred,
  foreign key (clinic_id, taken_off_by) references practitioner deferrable initially deferred,
  check ((taken_off_at is null) = (taken_off_by is null))
);
create unique index expected_intake_once on expected_intake (clinic_id, expected_on, intake_id)
  where taken_off_at is null;

-- 3. A runner at the tablet.
alter table door_session
  add column kiosk_id bigint,
  add foreign key (clinic_id, kiosk_id) references kiosk deferrable initially deferred,
  add constraint session_at_a_kiosk check ((kiosk_id is null) = (door = 'LINK'));
create index door_session_of_kiosk on door_session (clinic_id, kiosk_id) where ended_at is null;

call isolate_clinics();
grant select, insert on kiosk, kiosk_turned_away, expected_intake to "${appRole}";
grant update (ended_at, ended_by, version) on kiosk to "${appRole}";
grant update (taken_off_at, taken_off_by) on expected_intake to "${appRole}";

-- Which clinic a kiosk belongs to, before anybody has entered one: only the functions below look.
create policy owner_finds_kiosks on kiosk for select to current_user using (true);

-- Enters the clinic of a running kiosk for this transaction, with nobody of the clinic acting. No row (and no clinic)
-- for any other key.
create function enter_kiosk(hash text, moment timestamptz)
  returns table (clinic_id bigint, clinic_name text, time_zone text, demonstration boolean, kiosk_id bigint,
                 pin_hash text)
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  home bigint;
begin
  select k.clinic_id into home
    from kiosk k where k.key_hash = hash and k.ended_at is null and k.ends_at > moment;
  perform set_config('pacegate.clinic', coalesce(home::text, ''), true),
          set_config('pacegate.practitioner', '', true);
  if home is null then
    return;
  end if;
  return query
    select c.id, c.name, c.time_zone, c.demonstration, k.id, k.pin_hash
      from kiosk k join clinic c on c.id = k.clinic_id
     where k.clinic_id = home and k.key_hash = hash;
end $$;

-- As before, and whether the kiosk still runs that the session was opened at: what is on its way when it ends is kept,
-- and nothing is shown any more.
drop function enter_door(text, timestamptz);
create function enter_door(hash text, moment timestamptz)
  returns table (clinic_id bigint, clinic_name text, time_zone text, demonstration boolean, language text,
                 session_id bigint, link_id bigint, intake_id bigint, door text, current_session boolean,
                 shown boolean)
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  home bigint;
begin
  select s.clinic_id into home
    from door_session s
    left join intake_link l on l.clinic_id = s.clinic_id and l.id = s.link_id
   where s.session_hash = hash and s.ended_at is null and s.expires_at > moment
     and (s.link_id is null or l.revoked_at is null and l.expires_at > moment);
  perform set_config('pacegate.clinic', coalesce(home::text, ''), true),
          set_config('pacegate.practitioner', '', true);
  if home is null then
    return;
  end if;
  return query
    select c.id, c.name, c.time_zone, c.demonstration, c.language, s.id, s.link_id, s.intake_id, s.door, s.current,
           k.id is null or k.ended_at is null and k.ends_at > moment
      from door_session s
      join clinic c on c.id = s.clinic_id
      left join kiosk k on k.clinic_id = s.clinic_id and k.id = s.kiosk_id
     where s.clinic_id = home and s.session_hash = hash;
end $$;
grant execute on function enter_kiosk(text, timestamptz), enter_door(text, timestamptz) to "${appRole}";
