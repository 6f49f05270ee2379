-- Whom the clinic asks outside (R5.50), who of them is asked first for what (R5.52), and where a referral went (R5.51).
create table recipient (
  clinic_id        bigint not null default current_clinic() references clinic deferrable initially deferred,
  id               bigint not null,
  name             text not null check (btrim(name) <> '' and length(name) <= 200),
  -- Codes of targets, with commas.
  serves           text not null check (serves ~ '^[A-Z_]+(,[A-Z_]+)*$'),
  phone            text check (btrim(phone) <> ''),
  email            text check (btrim(email) <> ''),
  address          text check (btrim(address) <> '' and length(address) <= 500),
  letter_language  text not null check (letter_language in ('en', 'es')),
  spoken_languages text check (btrim(spoken_languages) <> '' and length(spoken_languages) <= 200),
  note             text check (btrim(note) <> '' and length(note) <= 1000),
  retired_at       timestamptz,
  retired_by       bigint,
  version          bigint not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, retired_by) references practitioner deferrable initially deferred,
  constraint recipient_can_be_reached check (coalesce(phone, email, address) is not null),
  constraint recipient_retired_by_somebody check ((retired_at is null) = (retired_by is null))
);

-- The same is not entered twice.
create unique index recipient_once on recipient (clinic_id, lower(name)) where retired_at is null;

create table preferred_recipient (
  clinic_id    bigint not null default current_clinic() references clinic deferrable initially deferred,
  id           bigint not null,
  target       text not null,
  recipient_id bigint,
  version      bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, target),
  foreign key (clinic_id, recipient_id) references recipient deferrable initially deferred
);
create index preferred_recipient_recipient on preferred_recipient (clinic_id, recipient_id);

alter table referral
  add column recipient_id bigint,
  add foreign key (clinic_id, recipient_id) references recipient deferrable initially deferred,
  add constraint referral_recipient_when_sent check (recipient_id is null or sent_at is not null);
create index referral_recipient on referral (clinic_id, recipient_id) where recipient_id is not null;

call isolate_clinics();
grant select, insert on recipient, preferred_recipient to "${appRole}";
grant update (name, serves, phone, email, address, letter_language, spoken_languages, note, retired_at, retired_by,
  version) on recipient to "${appRole}";
grant update (recipient_id, version) on preferred_recipient to "${appRole}";
grant update (recipient_id) on referral to "${appRole}";

-- Whoever is retired stays so.
create trigger recipient_retired_for_good before update on recipient
  for each row when (old.retired_at is not null) execute function refuse_change('recipient_retired_for_good');

create trigger recipient_retired_by_administrator after update on recipient
  for each row when (new.retired_by is distinct from old.retired_by)
  execute function keep_administrator_acting('retired_by', 'recipient_retired_by_administrator');
create constraint trigger recipient_retired_at_its_time after update on recipient
  deferrable initially deferred for each row when (new.retired_at is distinct from old.retired_at)
  execute function keep_true_time('retired_at', 'recipient_retired_at_its_time');

-- Nothing goes to somebody who does not serve it, or no longer. Asked when the transaction ends.
create function keep_recipient_serving() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (
    select from recipient r
     where r.clinic_id = new.clinic_id and r.id = new.recipient_id and r.retired_at is null
       and new.target = any (string_to_array(r.serves, ','))) then
    perform refuse('PG003', 'recipient_serves', 'a referral goes to somebody who serves its target');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_recipient_serving after insert or update of recipient_id on referral
  deferrable initially deferred for each row when (new.recipient_id is not null) execute function keep_recipient_serving();
create constraint trigger keep_recipient_serving after insert or update of recipient_id on preferred_recipient
  deferrable initially deferred for each row when (new.recipient_id is not null) execute function keep_recipient_serving();

-- Where it went never changes.
create trigger referral_recipient_once before update of recipient_id on referral
  for each row when (old.sent_at is not null and new.recipient_id is distinct from old.recipient_id)
  execute function refuse_change('referral_recipient_once');
