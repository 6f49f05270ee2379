-- A returning runner may keep an answer of an earlier intake by saying that it still holds. Who said so, when and at
-- which door stands where it always does; this names the intake in which it was answered.
-- docs/decisions/0022-answers-that-last.md has the reasons.

alter table intake_entry
  add column kept_from bigint,
  add foreign key (clinic_id, kept_from) references intake deferrable initially deferred,
  add constraint entry_kept_from_another check (kept_from <> intake_id),
  add constraint entry_kept_says_something check (kept_from is null or value <> '');
grant update (kept_from) on intake_entry to "${appRole}";

alter table intake_entry_history
  add column kept_from bigint,
  add foreign key (clinic_id, kept_from) references intake deferrable initially deferred,
  add constraint answer_kept_from_another check (kept_from <> intake_id),
  add constraint answer_kept_says_something check (kept_from is null or value <> ''),
  add constraint answer_kept_not_chosen check (kept_from is null or not chosen);

create index intake_of_patient on intake (clinic_id, patient_id, submitted_at) where state = 'SUBMITTED';

-- Only what the same patient answered in an intake that is on record can be kept.
create function keep_answers_of_the_patient() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (
      select from intake i
        join intake k on k.clinic_id = i.clinic_id and k.id = new.kept_from
       where i.clinic_id = new.clinic_id and i.id = new.intake_id
         and k.state = 'SUBMITTED' and k.patient_id = i.patient_id
         and (exists (select from intake_entry e
                       where e.clinic_id = k.clinic_id and e.intake_id = k.id and e.field = new.field
                         and e.value = new.value)
              or exists (select from intake_amendment a
                          where a.clinic_id = k.clinic_id and a.intake_id = k.id and a.field = new.field
                            and a.new_value = new.value))) then
    perform refuse('PG003', 'answer_kept_of_the_patient', 'only what the same patient answered before can be kept');
  end if;
  perform switch_clinic(former);
  return new;
end $$;
create trigger answer_kept_of_the_patient before insert on intake_entry_history
  for each row when (new.kept_from is not null) execute function keep_answers_of_the_patient();
create trigger entry_kept_of_the_patient before insert or update on intake_entry
  for each row when (new.kept_from is not null) execute function keep_answers_of_the_patient();

-- And it goes where the patient goes: an intake that turns out to be somebody else's has none of it. Asked when the
-- transaction ends, since two records that are merged move one after the other.
create function keep_kept_answers_with_the_patient() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if exists (
      select from intake_entry e
        join intake i on i.clinic_id = e.clinic_id and i.id = e.intake_id
        join intake k on k.clinic_id = e.clinic_id and k.id = e.kept_from
       where e.clinic_id = new.clinic_id and e.intake_id = new.id and k.patient_id is distinct from i.patient_id) then
    perform refuse('PG003', 'answer_kept_of_the_patient', 'only what the same patient answered before can be kept');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger kept_answers_with_the_patient after update of patient_id on intake
  deferrable initially deferred for each row when (new.patient_id is distinct from old.patient_id)
  execute function keep_kept_answers_with_the_patient();
