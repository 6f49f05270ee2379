-- From the desk to the plan. Clinical facts are amended by new rows, never deleted.

create table patient (
  clinic_id     bigint not null default current_clinic() references clinic,
  id            bigint not null,
  record_number text not null,
  family_name   text not null check (family_name <> ''),
  given_name    text not null check (given_name <> ''),
  birth_date    date not null,
  sex           text not null check (sex in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
  phone         text,
  email         text,
  language      text not null check (language in ('en', 'es')),
  registered_at timestamptz not null,
  registered_by bigint not null,
  search_name   text generated always as (searchable(family_name || ' ' || given_name)) stored,
  search_phone  text generated always as (nullif(regexp_replace(phone, '\D', '', 'g'), '')) stored,
  version       bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, record_number),
  foreign key (clinic_id, registered_by) references practitioner
);
create index patient_name on patient (clinic_id, family_name, given_name, id);
create index patient_search_name on patient using gin (search_name public.gin_trgm_ops);
create index patient_birth_date on patient (clinic_id, birth_date);
create index patient_phone on patient (clinic_id, search_phone);

create table episode (
  clinic_id   bigint not null default current_clinic() references clinic,
  id          bigint not null,
  patient_id  bigint not null,
  state       text not null check (state in ('INTAKE', 'SCREENED', 'AWAITING_DIAGNOSIS', 'DIAGNOSED', 'PLAN_ACTIVE',
                'ON_HOLD', 'DISCHARGED', 'TRANSFERRED', 'CLOSED_LOST', 'LOCKED_RED_FLAG')),
  state_since timestamptz not null,
  body_site   text not null,
  side        text not null check (side in ('LEFT', 'RIGHT', 'BOTH', 'MIDLINE')),
  complaint   text not null,
  onset_date  date not null,
  onset_kind  text not null check (onset_kind in ('SUDDEN', 'GRADUAL', 'AFTER_FALL', 'UNKNOWN')),
  opened_at   timestamptz not null,
  opened_by   bigint not null,
  version     bigint not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, opened_by) references practitioner
);
create index episode_patient on episode (clinic_id, patient_id, opened_at desc);
create index episode_state on episode (clinic_id, state, state_since);

create table episode_transition (
  clinic_id  bigint not null default current_clinic() references clinic,
  id         bigint not null,
  episode_id bigint not null,
  from_state text,
  to_state   text not null,
  reason     text not null,
  at         timestamptz not null,
  by         bigint,
  primary key (clinic_id, id),
  foreign key (clinic_id, episode_id) references episode,
  foreign key (clinic_id, by) references practitioner
);
create index episode_transition_episode on episode_transition (clinic_id, episode_id, at);

-- The draft is what was typed so far, by field name; it becomes a patient, an episode and answers when submitted.
create table intake (
  clinic_id        bigint not null default current_clinic() references clinic,
  id               bigint not null,
  state            text not null check (state in ('DRAFT', 'SUBMITTED', 'DISCARDED')),
  step             text not null check (step in ('PERSON', 'COMPLAINT', 'SCREENING', 'RUNNING', 'CONSENT')),
  patient_id       bigint,
  episode_id       bigint,
  rule_set         text not null,
  rule_set_version integer not null,
  started_at       timestamptz not null,
  started_by       bigint not null,
  saved_at         timestamptz not null,
  submitted_at     timestamptz,
  submitted_by     bigint,
  submission_key   text,
  version          bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, episode_id) references episode,
  foreign key (clinic_id, started_by) references practitioner,
  foreign key (clinic_id, submitted_by) references practitioner,
  check ((state = 'SUBMITTED') = (submitted_at is not null and episode_id is not null and patient_id is not null))
);
create index intake_state on intake (clinic_id, state, started_at);

create table intake_entry (
  clinic_id  bigint not null default current_clinic() references clinic,
  intake_id  bigint not null,
  field      text not null check (field <> ''),
  value      text not null check (length(value) <= 20000),
  entered_at timestamptz not null,
  entered_by bigint not null,
  primary key (clinic_id, intake_id, field),
  foreign key (clinic_id, intake_id) references intake,
  foreign key (clinic_id, entered_by) references practitioner
);

create table running_profile (
  clinic_id               bigint not null default current_clinic() references clinic,
  id                      bigint not null,
  episode_id              bigint not null,
  intake_id               bigint not null,
  km_per_week             numeric(6, 2) check (km_per_week between 0 and 500),
  sessions_per_week       integer check (sessions_per_week between 0 and 28),
  longest_run_km          numeric(6, 2) check (longest_run_km between 0 and 500),
  ascent_m_per_week       integer check (ascent_m_per_week between 0 and 30000),
  descent_m_per_week      integer check (descent_m_per_week between 0 and 30000),
  surfaces                text,
  shoes                   text,
  shoe_km                 integer check (shoe_km between 0 and 20000),
  cross_training_per_week integer check (cross_training_per_week between 0 and 28),
  recorded_at             timestamptz not null,
  recorded_by             bigint not null,
  version                 bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, intake_id),
  foreign key (clinic_id, episode_id) references episode,
  foreign key (clinic_id, intake_id) references intake,
  foreign key (clinic_id, recorded_by) references practitioner
);

create table consent (
  clinic_id    bigint not null default current_clinic() references clinic,
  id           bigint not null,
  patient_id   bigint not null,
  intake_id    bigint not null,
  text_version text not null,
  language     text not null check (language in ('en', 'es')),
  -- SHA-256 of the exact text that was shown, in hexadecimal.
  text_hash    text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  given_at     timestamptz not null,
  recorded_by  bigint not null,
  primary key (clinic_id, id),
  unique (clinic_id, intake_id),
  foreign key (clinic_id, patient_id) references patient,
  foreign key (clinic_id, intake_id) references intake,
  foreign key (clinic_id, recorded_by) references practitioner
);

create table screening (
  clinic_id        bigint not null default current_clinic() references clinic,
  id               bigint not null,
  episode_id       bigint not null,
  intake_id        bigint,
  rule_set         text not null,
  rule_set_version integer not null,
  status           text not null check (status in ('INCOMPLETE', 'NEGATIVE', 'POSITIVE_OPEN', 'POSITIVE_CLEARED')),
  max_urgency      text check (max_urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY', 'U2_URGENT_1_2W', 'U3_ROUTINE')),
  performed_at     timestamptz not null,
  performed_on     date not null,
  performed_by     bigint not null,
  valid_until      date not null,
  -- Somebody must have acted by then; null when nothing fired above routine.
  act_by           timestamptz,
  acknowledged_at  timestamptz,
  acknowledged_by  bigint,
  missing          text,
  version          bigint not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, episode_id) references episode,
  foreign key (clinic_id, intake_id) references intake,
  foreign key (clinic_id, performed_by) references practitioner,
  foreign key (clinic_id, acknowledged_by) references practitioner,
  check ((acknowledged_at is null) = (acknowledged_by is null))
);
create index screening_episode on screening (clinic_id, episode_id, performed_at desc);

create table screening_flag (
  clinic_id    bigint not null default current_clinic() references clinic,
  id           bigint not null,
  screening_id bigint not null,
  rule_id      text not null,
  urgency      text not null check (urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY', 'U2_URGENT_1_2W', 'U3_ROUTINE')),
  target       text not null,
  effects      text not null,
  source       text not null,
  inputs       text not null,
  state        text not null check (state in ('OPEN', 'CLEARED', 'CONFIRMED')),
  decided_at   timestamptz,
  decided_by   bigint,
  licence_id   bigint,
  reason       text,
  version      bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, screening_id, rule_id),
  foreign key (clinic_id, screening_id) references screening,
  foreign key (clinic_id, decided_by) references practitioner,
  foreign key (clinic_id, licence_id) references licence,
  check ((state = 'OPEN') = (decided_at is null and decided_by is null and licence_id is null and reason is null)),
  check (state = 'OPEN' or (decided_at is not null and decided_by is not null and licence_id is not null
         and reason is not null and btrim(reason) <> ''))
);

create table referral (
  clinic_id    bigint not null default current_clinic() references clinic,
  id           bigint not null,
  episode_id   bigint not null,
  screening_id bigint,
  urgency      text not null check (urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY', 'U2_URGENT_1_2W', 'U3_ROUTINE')),
  target       text not null,
  reason       text not null,
  state        text not null check (state in ('DRAFT', 'SENT', 'COMPLETED', 'CANCELLED')),
  due_at       timestamptz,
  requested_at timestamptz not null,
  requested_by bigint not null,
  closed_at    timestamptz,
  closed_by    bigint,
  outcome      text,
  version      bigint not null default 1,
  primary key (clinic_id, id),
  foreign key (clinic_id, episode_id) references episode,
  foreign key (clinic_id, screening_id) references screening,
  foreign key (clinic_id, requested_by) references practitioner,
  foreign key (clinic_id, closed_by) references practitioner,
  check ((state in ('DRAFT', 'SENT')) = (closed_at is null))
);
create index referral_episode on referral (clinic_id, episode_id);

create table diagnosis (
  clinic_id           bigint not null default current_clinic() references clinic,
  id                  bigint not null,
  episode_id          bigint not null,
  revises_id          bigint,
  code_system         text not null,
  code                text not null,
  code_edition        text not null,
  words               text not null check (btrim(words) <> ''),
  body_site           text not null,
  bone_stress         boolean not null,
  verification_status text not null check (verification_status in ('PROVISIONAL', 'CONFIRMED', 'REFUTED', 'ENTERED_IN_ERROR')),
  clinical_status     text not null check (clinical_status in ('ACTIVE', 'INACTIVE')),
  recorded_at         timestamptz not null,
  -- The clinic's calendar day of the signature: the licence is checked on it.
  recorded_on         date not null,
  recorded_by         bigint not null,
  licence_id          bigint not null,
  ended_at            timestamptz,
  ended_by            bigint,
  end_reason          text,
  submission_key      text,
  version             bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, episode_id) references episode,
  foreign key (clinic_id, revises_id) references diagnosis,
  foreign key (code_system, code, code_edition) references diagnosis_code,
  foreign key (clinic_id, recorded_by) references practitioner,
  foreign key (clinic_id, licence_id) references licence,
  foreign key (clinic_id, ended_by) references practitioner,
  -- Asked at commit: the revised diagnosis ends in the transaction of the new one.
  constraint diagnosis_one_standing exclude using btree (clinic_id with =, episode_id with =)
    where (clinical_status = 'ACTIVE') deferrable initially deferred,
  check ((clinical_status = 'ACTIVE') = (ended_at is null)),
  check (clinical_status <> 'ACTIVE' or verification_status in ('PROVISIONAL', 'CONFIRMED'))
);
create index diagnosis_episode on diagnosis (clinic_id, episode_id, recorded_at desc);

create table finding (
  clinic_id    bigint not null default current_clinic() references clinic,
  id           bigint not null,
  diagnosis_id bigint not null,
  test         text not null check (test in ('PLANK', 'ACTIVE_KNEE_EXTENSION', 'FPI6', 'LEG_LENGTH_DIFFERENCE')),
  side         text not null check (side in ('LEFT', 'RIGHT', 'NONE')),
  value        numeric(8, 2) not null,
  unit         text not null,
  method       text not null,
  measured_on  date not null,
  examiner     bigint not null,
  primary key (clinic_id, id),
  unique (clinic_id, diagnosis_id, test, side),
  foreign key (clinic_id, diagnosis_id) references diagnosis,
  foreign key (clinic_id, examiner) references practitioner
);

-- Every answer of the gate is kept, allowed or refused.
create table gate_decision (
  clinic_id    bigint not null default current_clinic() references clinic,
  id           bigint not null,
  episode_id   bigint not null,
  allowed      boolean not null,
  diagnosis_id bigint,
  screening_id bigint,
  refusals     text not null,
  asked_at     timestamptz not null,
  asked_by     bigint not null,
  primary key (clinic_id, id),
  foreign key (clinic_id, episode_id) references episode,
  foreign key (clinic_id, diagnosis_id) references diagnosis,
  foreign key (clinic_id, screening_id) references screening,
  foreign key (clinic_id, asked_by) references practitioner,
  check (allowed = (refusals = '')),
  check (not allowed or (diagnosis_id is not null and screening_id is not null))
);
create index gate_decision_episode on gate_decision (clinic_id, episode_id, asked_at desc);

create table care_plan (
  clinic_id        bigint not null default current_clinic() references clinic,
  id               bigint not null,
  episode_id       bigint not null,
  diagnosis_id     bigint not null,
  gate_decision_id bigint not null,
  state            text not null check (state in ('ACTIVE', 'ON_HOLD', 'SUSPENDED', 'COMPLETED', 'REVOKED')),
  state_since      timestamptz not null,
  state_reason     text,
  starts_on        date not null,
  rest             text not null check (rest in ('RELATIVE_REST', 'COMPLETE_REST_FROM_IMPACT')),
  hills            text not null check (hills in ('NONE', 'AVOID_UPHILL', 'AVOID_DOWNHILL', 'AVOID_ALL')),
  created_at       timestamptz not null,
  author_id        bigint not null,
  submission_key   text,
  version          bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, episode_id) references episode,
  foreign key (clinic_id, diagnosis_id) references diagnosis,
  foreign key (clinic_id, gate_decision_id) references gate_decision,
  foreign key (clinic_id, author_id) references practitioner,
  -- Asked at commit: the replaced plan ends in the transaction of the new one.
  constraint care_plan_one_open exclude using btree (clinic_id with =, episode_id with =)
    where (state in ('ACTIVE', 'ON_HOLD', 'SUSPENDED')) deferrable initially deferred
);

create table plan_block (
  clinic_id         bigint not null default current_clinic() references clinic,
  id                bigint not null,
  plan_id           bigint not null,
  kind              text not null check (kind in ('LOAD', 'LIGHT_EXERCISE', 'TRUNK', 'LOWER_LIMB', 'FLEXIBILITY', 'EDUCATION')),
  -- Percent of the running distance before the injury; only the load block has it.
  load_percent      integer check (load_percent between 0 and 100),
  sessions_per_week integer check (sessions_per_week between 0 and 14),
  -- Highest pain during the activity, 0 to 10, at which it may go on.
  pain_ceiling      integer check (pain_ceiling between 0 and 10),
  instructions      text not null,
  primary key (clinic_id, id),
  unique (clinic_id, plan_id, kind),
  foreign key (clinic_id, plan_id) references care_plan,
  check ((kind = 'LOAD') = (load_percent is not null))
);

-- What somebody typed into a form and has not sent yet: survives idle sign-out, for the same person only.
create table form_draft (
  clinic_id       bigint not null default current_clinic() references clinic,
  practitioner_id bigint not null default current_practitioner(),
  form            text not null check (form <> ''),
  subject_id      bigint not null,
  content         text not null check (length(content) <= 200000),
  saved_at        timestamptz not null,
  primary key (clinic_id, practitioner_id, form, subject_id),
  foreign key (clinic_id, practitioner_id) references practitioner
);

-- The persistence provider orders its inserts by class, not by these keys: they are checked at commit.
do $$
declare
  key record;
begin
  for key in select conrelid::regclass as owner, conname from pg_constraint
              where contype = 'f' and connamespace = current_schema()::regnamespace loop
    execute format('alter table %s alter constraint %I deferrable initially deferred', key.owner, key.conname);
  end loop;
end $$;
