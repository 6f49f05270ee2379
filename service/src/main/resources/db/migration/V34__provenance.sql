-- Answers that a professional went through with the runner, and links to a second screening.
-- docs/decisions/0026-who-answered-and-who-confirmed.md has the reasons.

-- 1. An answer of a submitted intake was confirmed. It changes nothing: another value is a correction, and what was
-- confirmed before is of the value before.
create table intake_confirmation (
  clinic_id    bigint not null default current_clinic() references clinic deferrable initially deferred,
  id           bigint not null,
  intake_id    bigint not null,
  field        text not null check (field <> '' and length(field) <= 130),
  -- After which correction of the field; 0 for the answer as it was submitted. Confirmed once each.
  number       integer not null check (number >= 0),
  value        text not null check (value <> '' and length(value) <= 20000),
  confirmed_at timestamptz not null,
  confirmed_by bigint not null,
  primary key (clinic_id, id),
  unique (clinic_id, intake_id, field, number),
  foreign key (clinic_id, intake_id) references intake deferrable initially deferred,
  foreign key (clinic_id, confirmed_by) references practitioner deferrable initially deferred
);
call isolate_clinics();
grant select, insert on intake_confirmation to "${appRole}";
create trigger intake_confirmation_stands before update or delete on intake_confirmation
  for each row execute function refuse_change('intake_confirmation_stands');

create function keep_confirmation_true() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  -- A correction at the same time waits for this transaction.
  perform from intake where clinic_id = new.clinic_id and id = new.intake_id for no key update;
  broken := array(
    select rule.name
      from clinic
      join intake i on i.clinic_id = new.clinic_id and i.id = new.intake_id
      left join lateral (
        select a.number, a.new_value from intake_amendment a
         where a.clinic_id = new.clinic_id and a.intake_id = new.intake_id and a.field = new.field
         order by a.number desc limit 1) corrected on true
      left join intake_entry e
        on e.clinic_id = new.clinic_id and e.intake_id = new.intake_id and e.field = new.field
      cross join lateral (values
        ('confirmed_once_submitted', i.state = 'SUBMITTED'),
        ('confirmed_by_actor', clinic.demonstration or new.confirmed_by = current_practitioner()),
        ('confirmed_as_corrected', new.number = coalesce(corrected.number, 0)),
        ('confirmed_as_it_stands', new.value = coalesce(corrected.new_value, e.value))
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG003', broken[1], 'an answer is confirmed as it stands', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return new;
end $$;
create trigger keep_confirmation_true before insert on intake_confirmation
  for each row execute function keep_confirmation_true();

-- 2. A link may open the second screening of a known episode.
alter table intake_link
  drop constraint intake_link_purpose_check,
  add constraint intake_link_purpose_check check (purpose in ('INTAKE', 'RESCREEN'));
