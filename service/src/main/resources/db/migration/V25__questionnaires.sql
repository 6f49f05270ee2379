-- Questionnaires that a clinic loads itself, and which exact files the validator has found valid.

-- By the hash of the file and the version of the validator: a file that has been validated is not validated again at
-- every start (decision 0013). It says nothing about a clinic, so it belongs to none.
create table questionnaire_validation (
  file_hash    text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  validator    text not null check (length(validator) between 1 and 100),
  validated_at timestamptz not null default now(),
  primary key (file_hash, validator)
);
grant select, insert on questionnaire_validation to "${appRole}";

-- A version of a form is never changed: a correction is another version. Answers stay with the version they were
-- given to, so nothing is deleted either.
create table questionnaire (
  id           bigint not null,
  clinic_id    bigint not null default current_clinic() references clinic (id),
  version      bigint not null default 0,
  form         text not null check (length(form) between 1 and 60),
  form_version text not null check (length(form_version) between 1 and 60),
  title        text not null check (length(title) between 1 and 4000),
  title_es     text check (length(title_es) between 1 and 4000),
  questions    integer not null check (questions >= 0),
  content      text not null check (octet_length(content) <= 1048576),
  file_hash    text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  -- Why the clinic may use it.
  licence_statement text not null check (length(licence_statement) between 1 and 2000),
  state        text not null check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
  loaded_at    timestamptz not null,
  loaded_by    bigint not null,
  activated_at timestamptz,
  activated_by bigint,
  retired_at   timestamptz,
  retired_by   bigint,
  primary key (clinic_id, id),
  unique (clinic_id, form, form_version),
  foreign key (clinic_id, loaded_by) references practitioner (clinic_id, id),
  foreign key (clinic_id, activated_by) references practitioner (clinic_id, id),
  foreign key (clinic_id, retired_by) references practitioner (clinic_id, id),
  check ((activated_at is null) = (activated_by is null)),
  check ((retired_at is null) = (retired_by is null)),
  check (state <> 'ACTIVE' or activated_at is not null),
  check ((state = 'RETIRED') = (retired_at is not null))
);
-- New answers are given to one version.
create unique index questionnaire_one_active on questionnaire (clinic_id, form) where state = 'ACTIVE';

grant select, insert on questionnaire to "${appRole}";
grant update (state, activated_at, activated_by, retired_at, retired_by, version) on questionnaire to "${appRole}";

-- What an intake is asked from, such as 'complaint-1 low-back-pain-1'; empty for one that began before forms were files.
alter table intake add column forms text not null default '' check (length(forms) <= 400);
grant update (forms) on intake to "${appRole}";

call isolate_clinics();
