-- The runner's doors: every answer says at which door it was given, what was answered at another door is never
-- overwritten, and what a runner sends waits in an inbox before it touches a record.
-- docs/decisions/0018-the-runners-doors.md has the reasons.

-- 1. Provenance. An entry as it stands, and everything that was ever answered.
alter table intake_entry
  add column door text not null default 'DESK' check (door in ('DESK', 'LINK', 'KIOSK')),
  alter column entered_by drop not null,
  add constraint entry_by_staff_at_the_desk check ((entered_by is null) = (door <> 'DESK'));
grant update (door) on intake_entry to "${appRole}";

create table intake_entry_history (
  clinic_id  bigint not null default current_clinic() references clinic deferrable initially deferred,
  id         bigint not null default nextval('record_seq'),
  intake_id  bigint not null,
  field      text not null check (field <> ''),
  value      text not null check (length(value) <= 20000),
  door       text not null check (door in ('DESK', 'LINK', 'KIOSK')),
  entered_at timestamptz not null,
  entered_by bigint,
  -- Whether it was chosen between what desk and runner said.
  chosen     boolean not null default false check (not chosen or door = 'DESK'),
  primary key (clinic_id, id),
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  foreign key (clinic_id, entered_by) references practitioner deferrable initially deferred,
  constraint answer_by_staff_at_the_desk check ((entered_by is null) = (door <> 'DESK'))
);
create index intake_entry_history_field on intake_entry_history (clinic_id, intake_id, field, id desc);
call isolate_clinics();
grant select, insert on intake_entry_history to "${appRole}";
create trigger answer_given_stands before update or delete on intake_entry_history
  for each row execute function refuse_change('answer_given_stands');

-- What earlier versions kept was all typed at the desk.
do $$
declare
  each bigint;
  former text;
begin
  for each in select id from clinic order by id loop
    former := switch_clinic(each::text);
    insert into intake_entry_history (intake_id, field, value, door, entered_at, entered_by)
    select intake_id, field, value, 'DESK', entered_at, entered_by from intake_entry order by entered_at, field;
    perform switch_clinic(former);
  end loop;
end $$;

-- 2. An intake that a runner sent: nobody of the clinic has dealt with it, and it is no draft any more.
alter table intake
  drop constraint intake_state_check,
  add constraint intake_state_check check (state in ('DRAFT', 'RECEIVED', 'SUBMITTED', 'REJECTED', 'DISCARDED')),
  add column last_door text not null default 'DESK' check (last_door in ('DESK', 'LINK', 'KIOSK')),
  add column answered integer not null default 0 check (answered >= 0),
  add column asked integer not null default 0 check (asked >= answered),
  add column received_at timestamptz,
  add column received_door text check (received_door in ('LINK', 'KIOSK')),
  add column received_key text,
  add column rejected_at timestamptz,
  add column rejected_by bigint,
  add column reject_reason text check (btrim(reject_reason) <> ''),
  add foreign key (clinic_id, rejected_by) references practitioner deferrable initially deferred,
  -- Without a person it was the runner who took the answer back.
  drop constraint intake_taken_back_by_somebody,
  add constraint intake_taken_back_by_somebody check (taken_back_at is not null or taken_back_by is null),
  add constraint intake_received_at_a_door
    check ((received_at is null) = (received_door is null) and (received_at is null) = (received_key is null)
           and (received_at is not null or state not in ('RECEIVED', 'REJECTED'))
           and (received_at is null or state in ('RECEIVED', 'SUBMITTED', 'REJECTED'))),
  add constraint intake_rejected_with_reason
    check ((state = 'REJECTED') = (rejected_at is not null) and (rejected_at is null) = (rejected_by is null)
           and (rejected_at is null) = (reject_reason is null)),
  -- A danger ends with a professional: it is taken over into a record, and decided on there.
  add constraint intake_danger_not_rejected check (state <> 'REJECTED' or danger_since is null);
grant update (last_door, answered, asked, received_at, received_door, received_key, rejected_at, rejected_by,
  reject_reason) on intake to "${appRole}";

drop trigger intake_closed_for_good on intake;
create trigger intake_closed_for_good before update on intake
  for each row when (old.state not in ('DRAFT', 'RECEIVED')
    and (current_user = '${appRole}' or to_jsonb(new) - 'patient_id' <> to_jsonb(old) - 'patient_id'))
  execute function refuse_change('intake_closed_for_good');
create trigger intake_received_stands before update on intake
  for each row when (old.state = 'RECEIVED'
    and (new.state not in ('RECEIVED', 'SUBMITTED', 'REJECTED')
         or (old.received_at, old.received_door, old.received_key)
            is distinct from (new.received_at, new.received_door, new.received_key)
         or old.danger_since <> coalesce(new.danger_since, '-infinity')))
  execute function refuse_change('intake_received_stands');

-- What was received is immutable: the desk may still choose between what two doors said, and nothing else.
create or replace function keep_submitted_answers() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  entry intake_entry := case when tg_op = 'DELETE' then old else new end;
  open boolean;
  former text := switch_clinic(entry.clinic_id::text);
begin
  -- A closed intake never changes again, so its row was written by the transaction that closed it. One that is not
  -- there yet is about to be written by this transaction.
  select i.state = 'DRAFT' or i.xmin = pg_current_xact_id()::xid and i.state <> 'RECEIVED'
         or (tg_op = 'DELETE' and i.state = 'DISCARDED')
         or (tg_op <> 'DELETE' and i.state = 'RECEIVED' and entry.door = 'DESK'
             and exists (select from intake_entry_history h
                          where h.clinic_id = entry.clinic_id and h.intake_id = entry.intake_id
                            and h.field = entry.field and h.value = entry.value
                            and h.entered_at <= i.received_at))
    into open
    from intake i where i.clinic_id = entry.clinic_id and i.id = entry.intake_id for no key update;
  if not open then
    perform refuse('PG003', 'intake_answers_stand', 'the answers of a submitted intake stay as they are');
  end if;
  perform switch_clinic(former);
  return entry;
end $$;

create function keep_received_answers() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  open boolean;
  former text := switch_clinic(new.clinic_id::text);
begin
  select i.state = 'DRAFT' or i.xmin = pg_current_xact_id()::xid and i.state <> 'RECEIVED'
         or (i.state = 'RECEIVED' and new.door = 'DESK'
             and exists (select from intake_entry_history h
                          where h.clinic_id = new.clinic_id and h.intake_id = new.intake_id
                            and h.field = new.field and h.value = new.value and h.entered_at <= i.received_at))
    into open
    from intake i where i.clinic_id = new.clinic_id and i.id = new.intake_id for no key update;
  if not open then
    perform refuse('PG003', 'answers_given_stand', 'the answers of a received intake stay as they are');
  end if;
  perform switch_clinic(former);
  return new;
end $$;
create trigger answers_given_stand before insert on intake_entry_history
  for each row execute function keep_received_answers();

-- 3. A danger in what was received is a danger as in a draft: it shuts the gate, and its clock runs on.
create or replace function holds_dangerous_draft(clinic bigint, patient bigint) returns boolean language sql stable as $$
  select exists (select from intake i
                  where i.clinic_id = clinic and i.patient_id = patient and i.state in ('DRAFT', 'RECEIVED')
                    and i.danger_since is not null)
$$;
drop trigger intake_danger_stays_with_patient on intake;
create trigger intake_danger_stays_with_patient before update on intake
  for each row when (old.state in ('DRAFT', 'RECEIVED') and old.danger_since is not null and old.patient_id is not null
    and new.patient_id is distinct from old.patient_id and current_user = '${appRole}')
  execute function refuse_change('intake_danger_stays_with_patient');
drop index intake_dangerous;
create index intake_dangerous on intake (clinic_id, patient_id)
  where state in ('DRAFT', 'RECEIVED') and danger_since is not null;
create index intake_received on intake (clinic_id, received_at) where state = 'RECEIVED';

drop trigger keep_plans_standing on intake;
create constraint trigger keep_plans_standing after insert or update on intake
  deferrable initially deferred for each row
  when (new.state in ('DRAFT', 'RECEIVED') and new.danger_since is not null and new.patient_id is not null)
  execute function keep_plans_standing_beside_intake();

do $$
begin
  execute 'create or replace view dangerous_draft with (security_invoker = true) as '
    || replace(rtrim(pg_get_viewdef('dangerous_draft'::regclass), '; '),
               '(i.state = ''DRAFT''::text)', '(i.state = any (array[''DRAFT'', ''RECEIVED'']))');
  execute 'create or replace view danger with (security_invoker = true) as '
    || replace(rtrim(pg_get_viewdef('danger'::regclass), '; '),
               '(i.state = ''DRAFT''::text)', '(i.state = any (array[''DRAFT'', ''RECEIVED'']))');
  if position('RECEIVED' in pg_get_viewdef('danger'::regclass)) = 0
     or position('RECEIVED' in pg_get_viewdef('dangerous_draft'::regclass)) = 0 then
    raise exception 'the views of dangers say DRAFT in another way now';
  end if;
end $$;

-- What waits in the inbox without a danger: it stands on the worklist too.
create view received_intake with (security_invoker = true) as
  select i.id as intake_id, i.patient_id, coalesce(p.family_name, f.value, '') as family_name,
         coalesce(p.given_name, g.value, '') as given_name, p.birth_date, p.record_number, i.received_at as since,
         i.received_door, i.urgency, i.danger_since, i.act_by
    from intake i
    left join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
    left join intake_entry f on f.clinic_id = i.clinic_id and f.intake_id = i.id and f.field = 'person.familyName'
    left join intake_entry g on g.clinic_id = i.clinic_id and g.intake_id = i.id and g.field = 'person.givenName'
   where i.state = 'RECEIVED';
grant select on received_intake to "${appRole}";

-- 4. The link. Only hashes are kept: whoever reads the table gets in nowhere.
create table intake_link (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null,
  purpose        text not null check (purpose = 'INTAKE'),
  intake_id      bigint not null,
  token_hash     text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  code_hash      text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  language       text not null check (language in ('en', 'es')),
  created_at     timestamptz not null,
  created_by     bigint not null,
  expires_at     timestamptz not null,
  revoked_at     timestamptz,
  revoked_by     bigint,
  failed_tries   integer not null default 0 check (failed_tries >= 0),
  submission_key text not null,
  version        bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, token_hash),
  unique (clinic_id, code_hash),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  foreign key (clinic_id, created_by) references practitioner deferrable initially deferred,
  foreign key (clinic_id, revoked_by) references practitioner deferrable initially deferred,
  check (expires_at > created_at),
  check ((revoked_at is null) = (revoked_by is null))
);
create index intake_link_token on intake_link (token_hash);
create index intake_link_code on intake_link (code_hash);
-- One link opens an intake; a new one takes the place of the one before.
create unique index intake_link_holds on intake_link (clinic_id, intake_id) where revoked_at is null;

-- A runner's device at a door. One of them is the one that the intake is filled in on.
create table door_session (
  clinic_id    bigint not null default current_clinic() references clinic deferrable initially deferred,
  id           bigint not null default nextval('record_seq'),
  intake_id    bigint not null,
  link_id      bigint,
  door         text not null check (door in ('LINK', 'KIOSK')),
  session_hash text not null check (session_hash ~ '^[0-9a-f]{64}$'),
  opened_at    timestamptz not null,
  expires_at   timestamptz not null check (expires_at > opened_at),
  current      boolean not null,
  ended_at     timestamptz,
  primary key (clinic_id, id),
  unique (clinic_id, session_hash),
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  foreign key (clinic_id, link_id) references intake_link deferrable initially deferred,
  check ((link_id is null) = (door = 'KIOSK'))
);
create index door_session_hash on door_session (session_hash);
create unique index door_session_current on door_session (clinic_id, intake_id) where current and ended_at is null;
call isolate_clinics();
grant select, insert on intake_link, door_session to "${appRole}";
grant update (revoked_at, revoked_by, failed_tries, version) on intake_link to "${appRole}";
grant update (expires_at, current, ended_at) on door_session to "${appRole}";

-- Which clinic a link or a session belongs to, before anybody has entered one: only the functions below look.
create policy owner_finds_links on intake_link for select to current_user using (true);
create policy owner_finds_sessions on door_session for select to current_user using (true);

create function clinic_of_link(secret_hash text) returns bigint
  language sql stable security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
  select clinic_id from intake_link where token_hash = secret_hash or code_hash = secret_hash limit 1
$$;

-- Enters the clinic of a runner at a door for this transaction, with nobody of the clinic acting. No row (and no
-- clinic) unless the session is open, and its link still holds.
create function enter_door(hash text, moment timestamptz)
  returns table (clinic_id bigint, clinic_name text, time_zone text, demonstration boolean, language text,
                 session_id bigint, link_id bigint, intake_id bigint, door text, current_session boolean)
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
    select c.id, c.name, c.time_zone, c.demonstration, c.language, s.id, s.link_id, s.intake_id, s.door, s.current
      from door_session s join clinic c on c.id = s.clinic_id
     where s.clinic_id = home and s.session_hash = hash;
end $$;
grant execute on function clinic_of_link(text), enter_door(text, timestamptz) to "${appRole}";
