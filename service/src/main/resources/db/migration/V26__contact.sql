-- How somebody could be reached before. What a runner tells anew is taken over when their intake becomes a record; the
-- phone and the e-mail that stood until then stay findable in the record.
create table patient_previous_contact (
  clinic_id  bigint not null default current_clinic() references clinic deferrable initially deferred,
  id         bigint not null,
  patient_id bigint not null,
  phone      text check (phone <> ''),
  email      text check (email <> ''),
  -- Where the other one was told; null for one that was typed on the patient's page.
  intake_id  bigint,
  ended_at   timestamptz not null,
  ended_by   bigint not null,
  version    bigint not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient deferrable initially deferred,
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  foreign key (clinic_id, ended_by) references practitioner deferrable initially deferred
);
create index patient_previous_contact_patient on patient_previous_contact (clinic_id, patient_id);
create index patient_previous_contact_intake on patient_previous_contact (clinic_id, intake_id);

call isolate_clinics();
grant select, insert on patient_previous_contact to "${appRole}";

-- It goes where the patient goes (decision 0015).
create or replace function moves_with_patient() returns table (table_name text, column_name text) language sql immutable
as $$
  values ('episode', 'patient_id'), ('intake', 'patient_id'), ('consent', 'patient_id'),
         ('patient_previous_name', 'patient_id'), ('patient_identification', 'patient_id'),
         ('patient_previous_contact', 'patient_id')
$$;
create trigger keep_off_merged_patient after insert or update of patient_id on patient_previous_contact
  for each row when (new.patient_id is not null) execute function keep_off_merged_patient();
