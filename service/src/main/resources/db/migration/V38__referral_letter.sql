-- The letter of a referral as it was sent (R5.61), what its sender wrote into it (R5.60), and how the clinic is reached
-- by whoever answers. docs/decisions/0027-referral-letter.md has the reasons.

-- 1. How the clinic is reached.
alter table clinic
  add column phone   text check (btrim(phone) <> '' and length(phone) <= 40),
  add column email   text check (btrim(email) <> '' and length(email) <= 254),
  add column address text check (btrim(address) <> '' and length(address) <= 500);
grant update (phone, email, address) on clinic to "${appRole}";

-- 2. What the sender writes.
alter table referral
  add column letter_question text check (btrim(letter_question) <> '' and length(letter_question) <= 1000),
  add column letter_findings text check (btrim(letter_findings) <> '' and length(letter_findings) <= 1000),
  add column letter_told     text check (btrim(letter_told) <> '' and length(letter_told) <= 1000),
  add constraint referral_text_when_sent
    check (sent_at is not null or coalesce(letter_question, letter_findings, letter_told) is null);
grant update (letter_question, letter_findings, letter_told) on referral to "${appRole}";
create trigger referral_text_once before update on referral
  for each row when (old.sent_at is not null
    and (new.letter_question, new.letter_findings, new.letter_told)
        is distinct from (old.letter_question, old.letter_findings, old.letter_told))
  execute function refuse_change('referral_text_once');

-- 3. The letter. Whose it is the referral says, which a merge moves with its episode; who it was then is in the content.
create table referral_letter (
  clinic_id    bigint not null default current_clinic() references clinic deferrable initially deferred,
  id           bigint not null,
  referral_id  bigint not null,
  language     text not null check (language in ('en', 'es')),
  -- JSON of what it says, and SHA-256 of its bytes in UTF-8.
  content      text not null,
  content_hash text not null,
  -- The PDF made of it, and SHA-256 of its bytes.
  pdf          bytea not null,
  pdf_hash     text not null,
  sent_at      timestamptz not null,
  sent_by      bigint not null,
  primary key (clinic_id, id),
  unique (clinic_id, referral_id),
  foreign key (clinic_id, referral_id) references referral deferrable initially deferred,
  foreign key (clinic_id, sent_by) references practitioner deferrable initially deferred,
  constraint referral_letter_hashes
    check (content_hash = encode(sha256(convert_to(content, 'UTF8')), 'hex') and pdf_hash = encode(sha256(pdf), 'hex'))
);

call isolate_clinics();
grant select, insert on referral_letter to "${appRole}";

-- Nobody changes it, not even the owner.
create trigger referral_letter_stands before update or delete on referral_letter
  for each row execute function refuse_change('referral_letter_stands');
create trigger letter_by_actor after insert on referral_letter
  for each row execute function keep_signer_acting('sent_by', 'letter_by_actor');

-- Nothing is sent without its letter, and no letter is written afterwards. Asked when the transaction ends.
-- The trigger is named so that what is wrong with the step itself is told first.
create function keep_letter_of_sending() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (
    select from referral r
      join referral_transition t on t.clinic_id = r.clinic_id and t.referral_id = r.id and t.action = 'SEND'
      join referral_letter l on l.clinic_id = r.clinic_id and l.referral_id = r.id
     where r.clinic_id = new.clinic_id and r.id = new.referral_id and l.sent_at = r.sent_at and l.sent_at = t.at
       and l.sent_by = t."by") then
    perform refuse('PG003', 'referral_sent_with_its_letter', 'a letter is of its sending');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger sent_with_its_letter after insert on referral_transition
  deferrable initially deferred for each row when (new.action = 'SEND') execute function keep_letter_of_sending();
create constraint trigger sent_with_its_letter after insert on referral_letter
  deferrable initially deferred for each row execute function keep_letter_of_sending();
