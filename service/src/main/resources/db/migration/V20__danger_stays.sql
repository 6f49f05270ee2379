-- What a review of V15, V17 and V18 found open.

-- 1. Two more signatures are written at their time and by whoever acts (V18, V10): that a dangerous answer was a slip,
-- and which thresholds hold.
create constraint trigger dismissal_at_its_time after update on intake
  deferrable initially deferred for each row
  when (new.state = 'DISCARDED' and old.state <> 'DISCARDED' and new.danger_since is not null)
  execute function keep_true_time('saved_at', 'dismissal_at_its_time');
create constraint trigger thresholds_signed_at_their_time after insert on threshold_signature
  deferrable initially deferred for each row
  execute function keep_true_time('signed_at', 'thresholds_signed_at_their_time');
create trigger thresholds_signed_by_actor after insert on threshold_signature
  for each row execute function keep_signer_acting('signed_by', 'thresholds_signed_by_actor');

-- 2. A screening counts for days, not for years. A clinic can sign 28 at most (R1.73); 90 leave room for what an owner
-- set before there were signatures, and one more for a calendar day that is not that of UTC.
alter table screening add constraint screening_counts_for_days
  check (valid_until <= (performed_at at time zone 'UTC')::date + 91);

-- 3. A danger in an unfinished intake stays with its patient; only a merge of two records takes it along, which runs
-- as the owner. It ends as a screening, which keeps it, or by a professional (V17).
create trigger intake_danger_stays_with_patient before update on intake
  for each row when (old.state = 'DRAFT' and old.danger_since is not null and old.patient_id is not null
    and new.patient_id is distinct from old.patient_id and current_user = '${appRole}')
  execute function refuse_change('intake_danger_stays_with_patient');

create function keep_danger_screened() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (select from screening where clinic_id = new.clinic_id and intake_id = new.id) then
    perform refuse('PG001', 'intake_danger_screened', 'a dangerous intake ends in a screening');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger intake_danger_screened after update on intake
  deferrable initially deferred for each row
  when (new.state = 'SUBMITTED' and old.state <> 'SUBMITTED' and new.danger_since is not null)
  execute function keep_danger_screened();

-- 4. A version of the thresholds is part of what an intake asked by before its region changed (V13, V15).
alter table intake drop constraint intake_earlier_rule_sets_check;
alter table intake add constraint intake_earlier_rule_sets_check
  check (earlier_rule_sets ~ '^([a-z-]+-[0-9]+(:[0-9]+)?( [a-z-]+-[0-9]+(:[0-9]+)?)*)?$');

-- 5. An escalation tells of the deadline that passed, from whoever had to act, when it is written: one made up would
-- take the danger past the physician and stop its clock. Asked before the row is there, which the view would count.
create or replace function keep_escalation_true() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (
    select from danger d
     where (d.flag_id = new.flag_id or d.intake_id = new.intake_id)
       and d.taken_over = (new.step = 'NOT_DECIDED')) then
    perform refuse('PG003', 'escalation_of_a_standing_danger', 'the danger has been dealt with');
  end if;
  if not exists (
    select from danger d
     where (d.flag_id = new.flag_id or d.intake_id = new.intake_id)
       and d.due_at = new.due_at and d.owner = new.from_role) then
    perform refuse('PG003', 'escalation_of_its_deadline', 'another deadline passes, or passed already');
  end if;
  if new.escalated_at > clock_timestamp() + interval '5 minutes'
     and not exists (select from clinic where id = new.clinic_id and demonstration) then
    perform refuse('PG006', 'escalated_at_its_time', 'nothing is escalated ahead of its time');
  end if;
  perform switch_clinic(former);
  return new;
end $$;
drop trigger keep_escalation_true on danger_escalation;
create trigger keep_escalation_true before insert on danger_escalation
  for each row execute function keep_escalation_true();
