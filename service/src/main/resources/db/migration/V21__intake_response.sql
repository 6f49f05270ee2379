-- What is kept of an intake: who signed the consent and how, the answers as they were shown and given, their PDF, and
-- what was corrected afterwards (docs/decisions/0017).

-- 1. The signature under a consent: a name, or the way of a pen as points, never a picture. Consents from before this
-- version have none; every new one has. It is asked when one is written only: a merge moves older ones, too.
alter table consent
  add column signature_kind text check (signature_kind in ('TYPED', 'DRAWN')),
  add column signer_name text check (btrim(signer_name) <> '' and length(signer_name) <= 200),
  add column signature_strokes text
    check (length(signature_strokes) <= 12000 and signature_strokes ~ '^[0-9]{1,3},[0-9]{1,3}([ ;][0-9]{1,3},[0-9]{1,3})*$'),
  add column signer_relation text check (signer_relation in ('SELF', 'PARENT', 'GUARDIAN', 'REPRESENTATIVE')),
  add column door text check (door in ('DESK', 'LINK', 'KIOSK')),
  add constraint consent_signature_is_whole
    check (case signature_kind
             when 'TYPED' then signer_name is not null and signature_strokes is null
             when 'DRAWN' then signature_strokes is not null and (signer_name is not null or signer_relation = 'SELF')
             else signer_name is null and signature_strokes is null and signer_relation is null
           end);

create function keep_consent_signed() returns trigger language plpgsql as $$
begin
  if new.signature_kind is null or new.signer_relation is null or new.door is null then
    raise check_violation using constraint = 'consent_is_signed', message = 'a consent is signed';
  end if;
  return new;
end $$;
create trigger consent_is_signed before insert on consent for each row execute function keep_consent_signed();

-- 2. The response: written once, when the intake is submitted. Whose it is the intake says, which goes where a merge puts
-- it; who it was then is in the content.
create table intake_response (
  clinic_id         bigint not null default current_clinic() references clinic deferrable initially deferred,
  id                bigint not null,
  intake_id         bigint not null,
  episode_id        bigint not null,
  language          text not null check (language in ('en', 'es')),
  door              text not null check (door in ('DESK', 'LINK', 'KIOSK')),
  rule_set          text not null,
  rule_set_version  integer not null,
  -- Of the text that was signed; null when an emergency left no time for it, or a known episode was screened again.
  consent_version   text,
  consent_hash      text check (consent_hash ~ '^[0-9a-f]{64}$'),
  -- Canonical JSON, and SHA-256 of its bytes in UTF-8.
  content           text not null,
  content_hash      text not null,
  -- The PDF made of it, and SHA-256 of its bytes.
  pdf               bytea not null,
  pdf_hash          text not null,
  kept_at           timestamptz not null,
  kept_by           bigint not null,
  primary key (clinic_id, id),
  unique (clinic_id, intake_id),
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  foreign key (clinic_id, episode_id) references episode deferrable initially deferred,
  foreign key (clinic_id, kept_by) references practitioner deferrable initially deferred,
  check ((consent_version is null) = (consent_hash is null)),
  constraint intake_response_hashes
    check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex') and pdf_hash = encode(sha256(pdf), 'hex'))
);

-- 3. What was corrected later; the response and its PDF stay as they are.
create table intake_amendment (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null,
  intake_id      bigint not null,
  field          text not null check (field <> '' and length(field) <= 80),
  -- Place in the chain of one field: two corrections at once do not both pass.
  number         integer not null check (number > 0),
  -- As they are kept, and empty for no answer.
  old_value      text not null check (length(old_value) <= 20000),
  new_value      text not null check (length(new_value) <= 20000 and new_value <> old_value),
  reason         text not null check (btrim(reason) <> '' and length(reason) <= 4000),
  submission_key text not null,
  amended_at     timestamptz not null,
  amended_by     bigint not null,
  primary key (clinic_id, id),
  unique (clinic_id, intake_id, field, number),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  foreign key (clinic_id, amended_by) references practitioner deferrable initially deferred
);

call isolate_clinics();
grant select, insert on intake_response, intake_amendment to "${appRole}";

-- Nobody changes them, not even the owner.
create trigger intake_response_stands before update or delete on intake_response
  for each row execute function refuse_change('intake_response_stands');
create trigger intake_amendment_stands before update or delete on intake_amendment
  for each row execute function refuse_change('intake_amendment_stands');

-- Two more kinds in the timeline, behind whatever it shows already; both name the intake.
do $$ begin
  execute format($view$
    create or replace view timeline with (security_invoker = true) as
      %s
      union all
      select r.kept_at, 'RESPONSE', r.intake_id, i.patient_id, i.episode_id, r.door, null,
             w.given_name || ' ' || w.family_name
        from intake_response r
        join intake i on i.clinic_id = r.clinic_id and i.id = r.intake_id
        left join practitioner w on w.clinic_id = r.clinic_id and w.id = r.kept_by
      union all
      select a.amended_at, 'AMENDED', a.intake_id, i.patient_id, i.episode_id, a.field, a.reason,
             w.given_name || ' ' || w.family_name
        from intake_amendment a
        join intake i on i.clinic_id = a.clinic_id and i.id = a.intake_id
        left join practitioner w on w.clinic_id = a.clinic_id and w.id = a.amended_by
    $view$, rtrim(pg_get_viewdef('timeline'::regclass), '; '));
end $$;
