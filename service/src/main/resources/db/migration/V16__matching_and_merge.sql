-- Finding somebody again who was typed wrong, and making two records of one person one.

-- 1. What a possible match is looked up by. Row-level security lets only leakproof operators use an index, and those
-- of trigrams are not (decision 0003): comparing ten thousand names one by one took 130 ms on a busy machine. So the
-- lookup asks for plain equality on stored columns, and trigrams only sort out what that found.

-- How the first telling word of a name sounds; empty for a name that is written in no Latin letters. Self-contained,
-- so that a restored backup can compute it.
create function name_sound(name text) returns text language sql immutable parallel safe as $$
  select coalesce(public.dmetaphone((
    select word from regexp_split_to_table(lower(public.unaccent('public.unaccent', name)), '[^a-z]+')
      with ordinality as words (word, place)
     where word <> '' and word not in ('de', 'del', 'la', 'las', 'los', 'y', 'van', 'von', 'der', 'den', 'da', 'di', 'do')
     order by place limit 1)), '')
$$;
grant execute on function name_sound(text) to "${appRole}";

alter table patient
  add column family_sound text generated always as (name_sound(family_name)) stored,
  add column given_sound text generated always as (name_sound(given_name)) stored,
  add column phone_key text generated always as (right(regexp_replace(phone, '\D', '', 'g'), 8)) stored,
  add column email_key text generated always as (lower(btrim(email))) stored,
  -- The birth date with one of its three parts left out.
  add column born_day_month integer
    generated always as (extract(month from birth_date)::integer * 100 + extract(day from birth_date)::integer) stored,
  add column born_year_month integer
    generated always as (extract(year from birth_date)::integer * 100 + extract(month from birth_date)::integer) stored,
  add column born_year_day integer
    generated always as (extract(year from birth_date)::integer * 100 + extract(day from birth_date)::integer) stored;
create index patient_family_sound on patient (clinic_id, family_sound);
create index patient_given_sound on patient (clinic_id, given_sound);
create index patient_phone_key on patient (clinic_id, phone_key);
create index patient_email_key on patient (clinic_id, email_key);
create index patient_born_day_month on patient (clinic_id, born_day_month);
create index patient_born_year_month on patient (clinic_id, born_year_month);
create index patient_born_year_day on patient (clinic_id, born_year_day);

-- 2. Names somebody had before, so that they are found under them. A name that was recorded by mistake, or by a merge
-- that was undone, is withdrawn and stays.
create table patient_previous_name (
  clinic_id    bigint not null default current_clinic() references clinic deferrable initially deferred,
  id           bigint not null,
  patient_id   bigint not null,
  family_name  text not null check (family_name <> ''),
  given_name   text not null check (given_name <> ''),
  why          text not null check (why in ('CHANGED', 'CORRECTED', 'MERGED')),
  ended_at     timestamptz not null,
  ended_by     bigint not null,
  withdrawn_at timestamptz,
  search_name  text generated always as (searchable(family_name || ' ' || given_name)) stored,
  family_sound text generated always as (name_sound(family_name)) stored,
  given_sound  text generated always as (name_sound(given_name)) stored,
  version      bigint not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient deferrable initially deferred,
  foreign key (clinic_id, ended_by) references practitioner deferrable initially deferred
);
create index patient_previous_name_patient on patient_previous_name (clinic_id, patient_id);
create index patient_previous_name_family on patient_previous_name (clinic_id, family_sound);
create index patient_previous_name_given on patient_previous_name (clinic_id, given_sound);

call isolate_clinics();
grant select, insert on patient_previous_name to "${appRole}";
grant update (withdrawn_at, version) on patient_previous_name to "${appRole}";

-- 3. Two records of one person become one (decision 0015). The record of a merge is the merge: what points at the
-- merged patient moves when the row of patient_merge is written, and back when that of patient_merge_undo is.
--   PG007  a record of one person would be merged twice, or something would be recorded on a merged one  (rules merge_…)

alter table patient add column merged_into bigint;
alter table patient add foreign key (clinic_id, merged_into) references patient deferrable initially deferred;
alter table patient add constraint patient_not_merged_into_itself check (merged_into <> id);
create index patient_merged_into on patient (clinic_id, merged_into) where merged_into is not null;

create table patient_merge (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null,
  survivor_id    bigint not null,
  merged_id      bigint not null,
  -- Which record's value stands, by field: familyName=SURVIVOR,phone=MERGED
  choices        text not null check (choices <> ''),
  reason         text not null check (btrim(reason) <> ''),
  merged_at      timestamptz not null,
  merged_by      bigint not null,
  submission_key text not null,
  version        bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, survivor_id) references patient deferrable initially deferred,
  foreign key (clinic_id, merged_id) references patient deferrable initially deferred,
  foreign key (clinic_id, merged_by) references practitioner deferrable initially deferred,
  check (survivor_id <> merged_id)
);
create index patient_merge_survivor on patient_merge (clinic_id, survivor_id);
create index patient_merge_merged on patient_merge (clinic_id, merged_id);

-- Every row that pointed at the merged patient and points at the survivor since.
create table patient_merge_moved (
  clinic_id   bigint not null default current_clinic() references clinic deferrable initially deferred,
  merge_id    bigint not null,
  table_name  text not null,
  column_name text not null,
  row_id      bigint not null,
  primary key (clinic_id, merge_id, table_name, column_name, row_id),
  foreign key (clinic_id, merge_id) references patient_merge deferrable initially deferred
);

-- Every row of both records as a digest, before and after: nothing else may have changed when the merge is undone,
-- and then everything is as it was. Of the rows that a merge changes itself, what they said before.
create table patient_merge_row (
  clinic_id  bigint not null default current_clinic() references clinic deferrable initially deferred,
  merge_id   bigint not null,
  moment     text not null check (moment in ('BEFORE', 'AFTER')),
  table_name text not null,
  row_key    text not null,
  digest     text not null check (digest ~ '^[0-9a-f]{64}$'),
  content    jsonb,
  primary key (clinic_id, merge_id, moment, table_name, row_key),
  foreign key (clinic_id, merge_id) references patient_merge deferrable initially deferred
);

create table patient_merge_undo (
  clinic_id bigint not null default current_clinic() references clinic deferrable initially deferred,
  id        bigint not null,
  merge_id  bigint not null,
  reason    text not null check (btrim(reason) <> ''),
  undone_at timestamptz not null,
  undone_by bigint not null,
  version   bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, merge_id),
  foreign key (clinic_id, merge_id) references patient_merge deferrable initially deferred,
  foreign key (clinic_id, undone_by) references practitioner deferrable initially deferred
);

-- What points at a patient and goes where the patient goes. A test compares it with the catalogue.
create function moves_with_patient() returns table (table_name text, column_name text) language sql immutable as $$
  values ('episode', 'patient_id'), ('intake', 'patient_id'), ('consent', 'patient_id'),
         ('patient_previous_name', 'patient_id')
$$;

-- Every row that is recorded on a patient, found along the foreign keys, whatever tables later versions add. The
-- caller's policies apply. A row's version is no content, and neither is that a deadline passed: the clock writes it
-- by itself, about the flag or the intake, whoever that belongs to.
create function patient_rows(of_patient bigint)
  returns table (table_name text, row_key text, content jsonb) language plpgsql stable
  set timezone = 'UTC' as $$
declare
  open_tables text[] := array['patient'];
  open_ids bigint[] := array[of_patient];
  next_tables text[];
  next_ids bigint[];
  seen text[] := '{}';
  link record;
  one jsonb;
begin
  for one in select to_jsonb(p) - 'version' from patient p where p.clinic_id = current_clinic() and p.id = of_patient loop
    table_name := 'patient';
    row_key := of_patient::text;
    content := one;
    return next;
  end loop;
  while cardinality(open_tables) > 0 loop
    next_tables := '{}';
    next_ids := '{}';
    for link in
      select c.relname as child, a.attname as pointer, p.relname as parent,
             (select array_agg(k.attname order by k.attnum)
                from pg_index i join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
               where i.indrelid = c.oid and i.indisprimary and k.attname <> 'clinic_id') as keys
        from pg_constraint f
        join pg_class c on c.oid = f.conrelid
        join pg_class p on p.oid = f.confrelid
        join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey) and a.attname <> 'clinic_id'
       where f.contype = 'f' and c.relnamespace = '${flyway:defaultSchema}'::regnamespace
         and p.relname = any (open_tables) and c.relname <> 'patient' and c.relname not like 'patient\_merge%'
         and c.relname <> 'danger_escalation'
       order by 1, 2
    loop
      for one in execute format(
        'select to_jsonb(t) - ''version'' from %I t where t.clinic_id = current_clinic() and t.%I = any ($1)',
        link.child, link.pointer)
        using array(select open.id from unnest(open_tables, open_ids) as open (name, id) where open.name = link.parent)
      loop
        table_name := link.child;
        row_key := (select string_agg(one ->> k.name::text, ' ' order by k.place)
                      from unnest(link.keys) with ordinality as k (name, place));
        content := one;
        continue when table_name || ' ' || row_key = any (seen);
        seen := seen || (table_name || ' ' || row_key);
        return next;
        if one ? 'id' then
          next_tables := next_tables || link.child::text;
          next_ids := next_ids || (one ->> 'id')::bigint;
        end if;
      end loop;
    end loop;
    open_tables := next_tables;
    open_ids := next_ids;
  end loop;
end $$;

-- A digest says whether two contents are the same, in whatever session.
create function digest_of(content jsonb) returns text language sql immutable as
  $$ select encode(sha256(convert_to(content::text, 'UTF8')), 'hex') $$;

-- Where a merged record's patient is found now, along any number of merges.
create view merged_record with (security_invoker = true) as
  with recursive way (clinic_id, merged_id, survivor_id) as (
    select clinic_id, id, merged_into from patient where merged_into is not null
    union all
    select w.clinic_id, w.merged_id, p.merged_into
      from way w join patient p on p.clinic_id = w.clinic_id and p.id = w.survivor_id
     where p.merged_into is not null)
  select w.clinic_id, w.merged_id, w.survivor_id, m.record_number, m.family_name, m.given_name, m.search_name,
         m.family_sound, m.given_sound
    from way w
    join patient m on m.clinic_id = w.clinic_id and m.id = w.merged_id
    join patient s on s.clinic_id = w.clinic_id and s.id = w.survivor_id
   where s.merged_into is null;

-- A closed intake changes nothing but the patient it is about, and that only by a merge: the application's role, whose
-- grants name patient_id for drafts, stays bound to what it was.
drop trigger intake_closed_for_good on intake;
create trigger intake_closed_for_good before update on intake
  for each row when (old.state <> 'DRAFT'
    and (current_user = '${appRole}' or to_jsonb(new) - 'patient_id' <> to_jsonb(old) - 'patient_id'))
  execute function refuse_change('intake_closed_for_good');

create function merge_patient() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  moving record;
  former text := switch_clinic(new.clinic_id::text);
begin
  if new.merged_by is distinct from current_practitioner() then
    perform refuse('PG002', 'merge_by_actor', 'somebody else would merge');
  end if;
  perform from patient
    where clinic_id = new.clinic_id and id in (new.survivor_id, new.merged_id) order by id for no key update;
  insert into patient_merge_row (clinic_id, merge_id, moment, table_name, row_key, digest, content)
  select new.clinic_id, new.id, 'BEFORE', r.table_name, r.row_key, digest_of(r.content),
         case when r.table_name in ('patient', 'episode', 'care_plan') then r.content end
    from unnest(array[new.survivor_id, new.merged_id]) p (id) cross join lateral patient_rows(p.id) r;
  if (select count(*) from patient
       where clinic_id = new.clinic_id and id in (new.survivor_id, new.merged_id) and merged_into is null) <> 2 then
    perform refuse('PG007', 'merge_of_standing_records', 'one of the records is not there, or merged already');
  end if;
  for moving in select * from moves_with_patient() loop
    execute format(
      'with moved as (update %1$I set %2$I = $1 where clinic_id = $3 and %2$I = $2 returning id) '
      'insert into patient_merge_moved (clinic_id, merge_id, table_name, column_name, row_id) '
      'select $3, $4, %3$L, %4$L, id from moved',
      moving.table_name, moving.column_name, moving.table_name, moving.column_name)
      using new.survivor_id, new.merged_id, new.clinic_id, new.id;
  end loop;
  update patient set merged_into = new.survivor_id where clinic_id = new.clinic_id and id = new.merged_id;
  perform switch_clinic(former);
  return null;
end $$;
create trigger merge_patient after insert on patient_merge for each row execute function merge_patient();

create function unmerge_patient() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  undone patient_merge;
  moving record;
  wanted bigint;
  done bigint;
  former text := switch_clinic(new.clinic_id::text);
begin
  select * into undone from patient_merge where clinic_id = new.clinic_id and id = new.merge_id;
  if new.undone_by is distinct from current_practitioner() then
    perform refuse('PG002', 'merge_by_actor', 'somebody else would undo');
  end if;
  perform from patient
    where clinic_id = new.clinic_id and id in (undone.survivor_id, undone.merged_id) order by id for no key update;
  if not exists (select from patient where clinic_id = new.clinic_id and id = undone.survivor_id and merged_into is null)
     or not exists (select from patient
                     where clinic_id = new.clinic_id and id = undone.merged_id and merged_into = undone.survivor_id) then
    perform refuse('PG007', 'merge_undone_newest_first', 'the survivor has been merged since');
  end if;
  -- Before the rows come back: nothing may point at a merged patient.
  update patient set merged_into = null where clinic_id = new.clinic_id and id = undone.merged_id;
  for moving in
    select m.table_name, m.column_name, array_agg(m.row_id) as ids
      from patient_merge_moved m where m.clinic_id = new.clinic_id and m.merge_id = undone.id
     group by m.table_name, m.column_name
  loop
    wanted := cardinality(moving.ids);
    execute format('update %1$I set %2$I = $1 where clinic_id = $2 and id = any ($3) and %2$I = $4',
                   moving.table_name, moving.column_name)
      using undone.merged_id, new.clinic_id, moving.ids, undone.survivor_id;
    get diagnostics done = row_count;
    if done <> wanted then
      perform refuse('PG007', 'merge_rows_where_they_were', 'a moved row has gone elsewhere');
    end if;
  end loop;
  perform switch_clinic(former);
  return null;
end $$;
create trigger unmerge_patient after insert on patient_merge_undo for each row execute function unmerge_patient();

-- What was before, only the merge itself says.
create trigger patient_merge_row_before before insert on patient_merge_row
  for each row when (new.moment = 'BEFORE' and current_user = '${appRole}')
  execute function refuse_change('patient_merge_row_before');
create trigger patient_merge_stands before update or delete on patient_merge
  for each row execute function refuse_change('patient_merge_stands');
create trigger patient_merge_undo_stands before update or delete on patient_merge_undo
  for each row execute function refuse_change('patient_merge_undo_stands');

-- Nothing is recorded on a merged patient. Waits for a merge that is running, or the merge waits for this.
create function keep_off_merged_patient() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  perform from patient where clinic_id = new.clinic_id and id = new.patient_id for share;
  if exists (select from patient where clinic_id = new.clinic_id and id = new.patient_id and merged_into is not null) then
    perform refuse('PG007', 'merge_record_over', 'the record has been merged into another one');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
do $$
declare
  moving record;
begin
  for moving in select * from moves_with_patient() loop
    execute format('create trigger keep_off_merged_patient after insert or update of %2$I on %1$I '
                   'for each row when (new.%2$I is not null) execute function keep_off_merged_patient()',
                   moving.table_name, moving.column_name);
  end loop;
end $$;

-- Whether a plan that a merge suspended could be again what it was, with what it rests on now.
create function plan_would_stand(before jsonb) returns boolean language sql stable security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
  select not exists (select plan_refusals(jsonb_populate_record(null::care_plan, before), 'resume'))
$$;

call isolate_clinics();
grant execute on function moves_with_patient(), patient_rows(bigint), digest_of(jsonb), plan_would_stand(jsonb)
  to "${appRole}";
grant select, insert on patient_merge, patient_merge_row, patient_merge_undo to "${appRole}";
grant select on patient_merge_moved, merged_record to "${appRole}";
