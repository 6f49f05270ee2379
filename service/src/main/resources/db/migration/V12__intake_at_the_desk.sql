-- The desk: an answer is changed only by a page that showed the answer before it, a dangerous answer is somebody's
-- work before it is submitted, and an emergency is recorded with what is known.

-- The page that an entry was last typed on, so that a page never conflicts with itself. A taken back entry stays as
-- an empty one: it says who took it back.
alter table intake_entry add column page text;
grant update (page) on intake_entry to "${appRole}";

-- What the rules say about the answers so far; from U1 on a clock runs.
alter table intake
  add column urgency text check (urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY', 'U2_URGENT_1_2W', 'U3_ROUTINE')),
  add column danger_since timestamptz,
  add column act_by timestamptz,
  add constraint intake_danger_has_a_clock
    check ((coalesce(urgency, '') in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')) = (danger_since is not null)
           and (danger_since is null) = (act_by is null));
grant update (urgency, danger_since, act_by) on intake to "${appRole}";

-- Unfinished intakes in which an answer means that somebody acts today or at once.
create view dangerous_draft with (security_invoker = true) as
  select i.id as intake_id, i.episode_id, i.patient_id,
         coalesce(p.family_name, f.value, '') as family_name, coalesce(p.given_name, g.value, '') as given_name,
         p.birth_date, p.record_number, e.state, e.body_site, e.side, i.danger_since as since, i.act_by, i.urgency
    from intake i
    left join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
    left join episode e on e.clinic_id = i.clinic_id and e.id = i.episode_id
    left join intake_entry f on f.clinic_id = i.clinic_id and f.intake_id = i.id and f.field = 'person.familyName'
    left join intake_entry g on g.clinic_id = i.clinic_id and g.intake_id = i.id and g.field = 'person.givenName'
   where i.state = 'DRAFT' and i.danger_since is not null;
grant select on dangerous_draft to "${appRole}";

-- Somebody who could not be asked in an emergency: no birth date yet, and the day of the emergency for the onset.
alter table patient alter column birth_date drop not null;
alter table episode add column onset_known boolean not null default true;

-- What an emergency left no time for waits until it is recorded: the consent, and who it is.
alter table intake add column to_complete boolean not null default false;
grant update (to_complete) on intake to "${appRole}";

create view incomplete_record with (security_invoker = true) as
  select i.id as intake_id, i.episode_id, i.patient_id, p.family_name, p.given_name, p.birth_date, p.record_number,
         e.state, e.body_site, e.side, i.submitted_at as since
    from intake i
    join patient p on p.clinic_id = i.clinic_id and p.id = i.patient_id
    join episode e on e.clinic_id = i.clinic_id and e.id = i.episode_id
   where i.to_complete and i.state = 'SUBMITTED'
     and (p.birth_date is null or p.family_name = '?' or p.given_name = '?'
          or not exists (select from consent c where c.clinic_id = i.clinic_id and c.intake_id = i.id));
grant select on incomplete_record to "${appRole}";
