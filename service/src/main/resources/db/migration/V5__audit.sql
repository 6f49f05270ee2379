-- Who did what, provably. An event commits or fails with what it tells of; the application's role can only add
-- events, and not say when, which number or in whose name. A sealer with its own role hashes finished events into a
-- chain, whose head is anchored outside. Nothing here can stop the owner or a superuser: it finds them out.
-- docs/decisions holds the reasons.

create schema audit;

create sequence audit.event_seq;
create table audit.event (
  id              bigint primary key check (id > 0),
  at              timestamptz not null,
  clinic_id       bigint,
  practitioner_id bigint,
  -- Signing in: SHA-256 of the login, in hexadecimal. Nobody is signed in yet.
  login_hash      text check (login_hash ~ '^[0-9a-f]{64}$'),
  action          text not null check (action <> ''),
  entity          text not null check (entity <> ''),
  entity_id       bigint,
  patient_id      bigint,
  request_id      text,
  -- Facts such as states and versions, never a patient's words.
  detail          text check (length(detail) <= 2000),
  outcome         text not null check (outcome in ('DONE', 'REFUSED'))
);
create index event_clinic on audit.event (clinic_id, id desc);
create index event_patient on audit.event (clinic_id, patient_id, id desc) where patient_id is not null;

-- The database says when, which number, in which clinic and who. The transaction's number is drawn before the
-- event's: whoever then draws a transaction number knows that every lower event belongs to an older transaction.
create function audit.stamp_event() returns trigger language plpgsql security definer
  set search_path = audit, ${flyway:defaultSchema}, pg_temp as $$
begin
  perform pg_current_xact_id();
  new.id := nextval('audit.event_seq');
  new.at := clock_timestamp();
  new.clinic_id := current_clinic();
  new.practitioner_id := current_practitioner();
  return new;
end $$;
create trigger stamp_event before insert on audit.event for each row execute function audit.stamp_event();

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = 'PG004', constraint = 'audit_append_only', message = 'audit events and seals only grow';
end $$;
create trigger audit_append_only before update or delete on audit.event
  for each row execute function audit.refuse_change();
create trigger audit_never_emptied before truncate on audit.event
  for each statement execute function audit.refuse_change();

-- The event in bytes that never depend on a session's settings or on columns added later. Each encoding is a
-- fixed list; a new column becomes a new encoding and old seals keep theirs.
create function audit.bytes_of(event audit.event, encoding smallint) returns bytea language plpgsql immutable as $$
begin
  case encoding
    when 1 then
      return convert_to((
        select string_agg(coalesce(length(field) || ':' || field, '-'), ',' order by place)
          from unnest(array[
            event.id::text,
            trunc(extract(epoch from event.at) * 1000000)::text,
            event.clinic_id::text,
            event.practitioner_id::text,
            event.login_hash,
            event.action,
            event.entity,
            event.entity_id::text,
            event.patient_id::text,
            event.request_id,
            event.detail,
            event.outcome]) with ordinality as fields (field, place)), 'UTF8');
  end case;
end $$;

-- One link of the chain: all events above the previous link's last id up to "hi", one digest each, so that a
-- changed, removed or added event is found by its id.
create table audit.seal (
  no       bigint primary key check (no > 0),
  at       timestamptz not null,
  encoding smallint not null,
  lo       bigint not null,
  hi       bigint not null check (hi > lo),
  -- No event above "lo" was written before.
  since    timestamptz not null,
  ids      bigint[] not null check (cardinality(ids) > 0),
  digests  bytea[] not null check (cardinality(digests) = cardinality(ids)),
  previous bytea not null,
  hash     bytea not null check (length(hash) = 32)
);
create trigger audit_append_only before update or delete on audit.seal
  for each row execute function audit.refuse_change();
create trigger audit_never_emptied before truncate on audit.seal
  for each statement execute function audit.refuse_change();

create function audit.hash_of(link audit.seal) returns bytea language sql immutable as $$
  select sha256(convert_to(concat_ws(',', 'pacegate-seal-1', link.no, trunc(extract(epoch from link.at) * 1000000),
    link.encoding, link.lo, link.hi, trunc(extract(epoch from link.since) * 1000000), array_to_string(link.ids, ' '),
    (select string_agg(encode(digest, 'hex'), ' ' order by place)
       from unnest(link.digests) with ordinality as d (digest, place)),
    encode(link.previous, 'hex')), 'UTF8'))
$$;

-- How far the next seal may reach: every event up to "upto" was written by a transaction older than "tx" and before
-- "at"; those that no seal covers yet, after "since".
create table audit.mark (
  only_one boolean primary key default true check (only_one),
  upto     bigint not null,
  tx       xid8 not null,
  at       timestamptz not null,
  since    timestamptz not null
);

-- Seals what was finished since the last pass and sets the mark for the next one; returns the new links. Run it
-- in a transaction of its own. A transaction that hangs delays the seal of later events, never a user. After a
-- restore into another cluster transaction numbers start anew: a mark from the future is set again.
create function audit.seal_finished_events(at_most integer default 1000) returns setof audit.seal
  language plpgsql set search_path = audit, pg_temp as $$
declare
  began timestamptz := clock_timestamp();
  reached bigint;
  marked mark;
  finished boolean;
  head seal;
  link seal;
begin
  if pg_current_xact_id_if_assigned() is not null then
    raise exception 'sealing needs a transaction of its own';
  end if;
  if not pg_try_advisory_xact_lock(hashtext('pacegate.audit.seal')) then
    return;
  end if;
  -- This order matters: see stamp_event.
  select case when is_called then last_value else 0 end into reached from event_seq;
  perform pg_current_xact_id();
  select * into marked from mark;
  finished := marked.tx <= pg_snapshot_xmin(pg_current_snapshot());
  while finished loop
    select * into head from seal order by no desc limit 1;
    select coalesce(head.no, 0) + 1, clock_timestamp(), 1, coalesce(head.hi, 0), max(e.id), marked.since,
           array_agg(e.id order by e.id), array_agg(sha256(audit.bytes_of(e, 1::smallint)) order by e.id),
           coalesce(head.hash, '\x'), null
      into link
      from (select * from event where id > coalesce(head.hi, 0) and id <= marked.upto order by id limit at_most) e;
    exit when link.ids is null;
    link.hash := audit.hash_of(link);
    insert into seal select link.*;
    return next link;
  end loop;
  if finished then
    update mark set upto = reached, tx = pg_current_xact_id(), at = began, since = marked.at;
  elsif marked.tx > pg_current_xact_id() then
    update mark set upto = reached, tx = pg_current_xact_id(), at = began;
  elsif marked.tx is null then
    insert into mark (upto, tx, at, since) values (reached, pg_current_xact_id(), began, 'epoch');
  end if;
end $$;

-- Recomputes every event and every link. Returns the first thing that is broken, or no row:
--   SEAL_MISSING, SEAL_CHANGED   seal_no
--   EVENT_CHANGED, EVENT_MISSING, EVENT_FORGED   event_id and the seal that shows it
--   EVENT_BACKDATED   event_id: sealed, but with a time before the seal's events began (or the clock was set back)
create function audit.verify() returns table (kind text, event_id bigint, seal_no bigint, sealed_at timestamptz)
  language plpgsql stable set search_path = audit, pg_temp as $$
declare
  link seal;
  before seal;
begin
  for link in select * from seal order by no loop
    seal_no := link.no;
    sealed_at := link.at;
    if link.no <> coalesce(before.no, 0) + 1 then
      kind := 'SEAL_MISSING';
      seal_no := coalesce(before.no, 0) + 1;
      sealed_at := before.at;
      return next;
      return;
    end if;
    if link.hash is distinct from audit.hash_of(link) or link.previous <> coalesce(before.hash, '\x')
       or link.lo <> coalesce(before.hi, 0) then
      kind := 'SEAL_CHANGED';
      return next;
      return;
    end if;
    select case when s.id is null then 'EVENT_FORGED' when e.id is null then 'EVENT_MISSING' else 'EVENT_CHANGED' end,
           coalesce(s.id, e.id)
      into kind, event_id
      from unnest(link.ids, link.digests) as s (id, digest)
      full join (select x.id, sha256(audit.bytes_of(x, link.encoding)) as digest from event x
                  where (x.id > link.lo or link.no = 1) and x.id <= link.hi) e on e.id = s.id
     where s.digest is distinct from e.digest
     order by coalesce(s.id, e.id) limit 1;
    if found then
      return next;
      return;
    end if;
    before := link;
  end loop;
  for kind, event_id, seal_no, sealed_at in
    select 'EVENT_BACKDATED', e.id, s.no, s.at
      from seal s join event e on e.id > s.lo and e.id <= s.hi
     where e.at < s.since - interval '1 minute'
     order by e.id limit 1
  loop
    return next;
  end loop;
end $$;

-- Events that no seal covers yet.
create view audit.pending with (security_invoker = true) as
  select count(*) as events, min(e.at) as since
    from audit.event e
   where e.id > coalesce((select s.hi from audit.seal s order by s.no desc limit 1), 0);

-- The events of the transaction's clinic, newest first, for its administrators. "of_patient" narrows to one record,
-- "below" continues a page.
create function audit.events_of_clinic(of_patient bigint, below bigint, at_most integer) returns setof audit.event
  language sql stable security definer set search_path = audit, ${flyway:defaultSchema}, pg_temp as $$
  select * from event e
   where e.clinic_id = current_clinic()
     and (of_patient is null or e.patient_id = of_patient)
     and (below is null or e.id < below)
   order by e.id desc
   limit least(at_most, 500)
$$;

-- Rights. An event is written for the transaction's clinic, or for none while signing in.
alter table audit.event enable row level security;
alter table audit.event force row level security;
create policy clinic_isolation on audit.event for insert to "${appRole}"
  with check (clinic_id is not distinct from current_clinic());
create policy owner_reads on audit.event for select to current_user using (true);
create policy sealer_reads on audit.event for select to "${sealerRole}" using (true);

revoke execute on all routines in schema audit from public;
grant usage on schema audit to "${appRole}", "${sealerRole}";
grant insert (login_hash, action, entity, entity_id, patient_id, request_id, detail, outcome)
  on audit.event to "${appRole}";
grant execute on function audit.events_of_clinic(bigint, bigint, integer) to "${appRole}";

grant select on audit.event, audit.event_seq, audit.pending to "${sealerRole}";
grant select, insert on audit.seal to "${sealerRole}";
grant select, insert, update on audit.mark to "${sealerRole}";
grant execute on function audit.bytes_of(audit.event, smallint), audit.hash_of(audit.seal),
  audit.seal_finished_events(integer), audit.verify() to "${sealerRole}";
