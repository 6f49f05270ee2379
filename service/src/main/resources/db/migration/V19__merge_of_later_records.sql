-- What V17 and V18 brought is in the merge of two records (decision 0015).

-- 1. Who somebody from an emergency turned out to be goes with them. It was told once of each record; two records that
-- have become one may both have been such, so what is unique is the record's number at that time.
alter table patient_identification add column record_number text;
do $$
declare
  each bigint;
  former text;
begin
  for each in select id from clinic order by id loop
    former := switch_clinic(each::text);
    update patient_identification i set record_number = p.record_number
      from patient p where p.clinic_id = i.clinic_id and p.id = i.patient_id;
    perform switch_clinic(former);
  end loop;
end $$;
alter table patient_identification
  alter column record_number set not null,
  drop constraint patient_identification_clinic_id_patient_id_key,
  add unique (clinic_id, record_number);
create index patient_identification_patient on patient_identification (clinic_id, patient_id);

create function number_identification() returns trigger language plpgsql as $$
begin
  new.record_number := (select record_number from patient where clinic_id = new.clinic_id and id = new.patient_id);
  return new;
end $$;
create trigger number_identification before insert on patient_identification
  for each row execute function number_identification();

create or replace function moves_with_patient() returns table (table_name text, column_name text) language sql immutable
as $$
  values ('episode', 'patient_id'), ('intake', 'patient_id'), ('consent', 'patient_id'),
         ('patient_previous_name', 'patient_id'), ('patient_identification', 'patient_id')
$$;
create trigger keep_off_merged_patient after insert or update of patient_id on patient_identification
  for each row when (new.patient_id is not null) execute function keep_off_merged_patient();

-- 2. A plan that a merge suspended goes on when the merge is undone, from the moment it said before: the database wrote
-- that down itself when the records were merged, and it stands as the merge left it. Everything else resumes at its time (V18), and whatever a plan rests
-- on is asked again either way.
create function keep_true_resumption() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if (new.state_since between clock_timestamp() - interval '5 minutes' and clock_timestamp() + interval '5 minutes')
       is not true
     and not exists (select from clinic where id = new.clinic_id and demonstration)
     and not exists (
       select from patient_merge_undo u
         join patient_merge m on m.clinic_id = u.clinic_id and m.id = u.merge_id
         join patient_merge_row r on r.clinic_id = u.clinic_id and r.merge_id = u.merge_id
        where u.clinic_id = new.clinic_id and u.xmin = pg_current_xact_id()::xid
          and r.moment = 'BEFORE' and r.table_name = 'care_plan' and r.row_key = new.id::text
          and old.state = 'SUSPENDED' and old.state_since = m.merged_at
          and r.content ->> 'state' = 'ACTIVE' and (r.content ->> 'state_since')::timestamptz = new.state_since) then
    perform refuse('PG006', 'plan_resumed_at_its_time', 'what gives a right is written at its time');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
drop trigger plan_resumed_at_its_time on care_plan;
create constraint trigger plan_resumed_at_its_time after update on care_plan
  deferrable initially deferred for each row
  when (new.state = 'ACTIVE' and (old.state, old.state_since) is distinct from (new.state, new.state_since))
  execute function keep_true_resumption();

call isolate_clinics();
