-- A clinic's own thresholds: drafted with a reason, signed by somebody who may diagnose, in force from a day on. Rows
-- only come; other values are another version.

create table threshold_version (
  clinic_id        bigint not null default current_clinic() references clinic,
  id               bigint not null,
  rule_set         text not null,
  rule_set_version integer not null check (rule_set_version > 0),
  -- Place among the clinic's versions for the rule set, from 1.
  number           integer not null check (number > 0),
  -- What leaves the shipped values, name=value by commas; empty for "as shipped".
  moved            text not null check (moved = '' or moved ~ '^[a-z0-9.-]+=[0-9]{1,4}(,[a-z0-9.-]+=[0-9]{1,4})*$'),
  reason           text not null check (btrim(reason) <> ''),
  drafted_at       timestamptz not null,
  drafted_on       date not null,
  drafted_by       bigint not null,
  submission_key   text not null,
  version          bigint not null default 1,
  primary key (clinic_id, id),
  unique (clinic_id, rule_set, rule_set_version, number),
  unique (clinic_id, submission_key),
  unique (clinic_id, id, rule_set, rule_set_version),
  foreign key (clinic_id, drafted_by) references practitioner
);

-- Of the signed versions whose day has come, the one signed last is in force: exactly one on any day. Whoever signed a
-- wrong one signs another, also before its day.
create table threshold_signature (
  clinic_id            bigint not null default current_clinic() references clinic,
  id                   bigint not null,
  threshold_version_id bigint not null,
  rule_set             text not null,
  rule_set_version     integer not null,
  -- Place in the order of signatures for the rule set, from 1.
  place                integer not null check (place > 0),
  signed_at            timestamptz not null,
  -- The clinic's calendar day of it: the licence is checked on it.
  signed_on            date not null,
  signed_by            bigint not null,
  licence_id           bigint not null,
  effective_from       date not null check (effective_from >= signed_on),
  version              bigint not null default 1,
  primary key (clinic_id, id),
  -- A draft is signed once.
  unique (clinic_id, threshold_version_id),
  unique (clinic_id, rule_set, rule_set_version, place),
  unique (clinic_id, threshold_version_id, rule_set, rule_set_version),
  foreign key (clinic_id, threshold_version_id, rule_set, rule_set_version)
    references threshold_version (clinic_id, id, rule_set, rule_set_version),
  foreign key (clinic_id, signed_by) references practitioner,
  foreign key (clinic_id, licence_id) references licence
);
create index threshold_signature_licence on threshold_signature (clinic_id, licence_id);

-- What was found keeps the thresholds it was found with: signed ones, and of the same rule set.
alter table intake
  add column threshold_version_id bigint,
  add constraint intake_thresholds_of_its_rule_set
    foreign key (clinic_id, threshold_version_id, rule_set, rule_set_version)
    references threshold_signature (clinic_id, threshold_version_id, rule_set, rule_set_version);
alter table screening
  add column threshold_version_id bigint,
  add constraint screening_thresholds_of_its_rule_set
    foreign key (clinic_id, threshold_version_id, rule_set, rule_set_version)
    references threshold_signature (clinic_id, threshold_version_id, rule_set, rule_set_version);

-- Thresholds are a licensed person's, on the day they are signed.
create function keep_thresholds_professional() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  -- A lapse that is being recorded waits, or this waits for it.
  perform from licence where clinic_id = new.clinic_id and id = new.licence_id for share;
  broken := array(
    select rule.name
      from clinic
      left join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
      left join threshold_version draft
        on draft.clinic_id = new.clinic_id and draft.id = new.threshold_version_id
      cross join lateral (values
        ('threshold_day_of_clinic', new.signed_on = day_in(clinic.time_zone, new.signed_at)),
        ('threshold_licence_is_signers', licence.practitioner_id = new.signed_by),
        ('threshold_signer_licensed', stood_on(licence, new.signed_on)),
        ('threshold_signer_may_diagnose', may_diagnose(licence.profession)),
        ('threshold_drafted_before', draft.drafted_at <= new.signed_at)
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG002', broken[1], 'the thresholds cannot be signed', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;
revoke execute on function keep_thresholds_professional() from public;

create constraint trigger keep_thresholds_professional after insert on threshold_signature
  deferrable initially deferred for each row execute function keep_thresholds_professional();

-- Each rule's count in the rule browser.
create index screening_flag_rule on screening_flag (clinic_id, rule_id);

grant select, insert on threshold_version, threshold_signature to "${appRole}";
grant update (threshold_version_id) on intake to "${appRole}";

call isolate_clinics();
