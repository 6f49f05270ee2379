-- What the clinic sends to somebody outside: queued in the transaction that decides it, sent by a pass of its own.
create table message (
  clinic_id   bigint not null default current_clinic() references clinic deferrable initially deferred,
  id          bigint not null,
  purpose     text not null check (purpose = 'INTAKE_LINK'),
  link_id     bigint not null,
  address     text not null check (address ~ '^[^@\s]+@[^@\s]+$' and length(address) <= 254),
  -- Encrypted with a key outside the database, and only until it is sent: the text holds the link's token.
  sealed      text,
  state       text not null check (state in ('QUEUED', 'SENT', 'FAILED', 'CANCELLED')),
  queued_at   timestamptz not null,
  queued_by   bigint not null,
  tries       integer not null default 0 check (tries >= 0),
  next_try_at timestamptz,
  ended_at    timestamptz,
  problem     text check (problem in ('REFUSED', 'UNREACHABLE')),
  version     bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, link_id),
  foreign key (clinic_id, link_id) references intake_link deferrable initially deferred,
  foreign key (clinic_id, queued_by) references practitioner deferrable initially deferred,
  constraint message_waits_or_is_over
    check ((state = 'QUEUED') = (sealed is not null) and (state = 'QUEUED') = (next_try_at is not null)
           and (state = 'QUEUED') = (ended_at is null)),
  constraint message_failed_for_a_reason check (state <> 'FAILED' or problem is not null)
);
create index message_due on message (next_try_at) where state = 'QUEUED';
call isolate_clinics();
grant select, insert on message to "${appRole}";
grant update (sealed, state, tries, next_try_at, ended_at, problem, version) on message to "${appRole}";
create trigger message_over_for_good before update on message
  for each row when (old.state <> 'QUEUED') execute function refuse_change('message_over_for_good');

-- Which clinics have something to send, before anybody has entered one.
create function clinics_with_message_due(at timestamptz) returns setof bigint
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  each bigint;
  former text := coalesce(current_setting('pacegate.clinic', true), '');
begin
  for each in select id from clinic order by id loop
    perform switch_clinic(each::text);
    if exists (select from message where state = 'QUEUED' and next_try_at <= at) then
      return next each;
    end if;
  end loop;
  perform switch_clinic(former);
end $$;
grant execute on function clinics_with_message_due(timestamptz) to "${appRole}";
