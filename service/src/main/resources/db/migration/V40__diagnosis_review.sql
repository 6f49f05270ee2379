-- Somebody who treats the runner doubts a diagnosis, and a physician answers (R6.50).
create table diagnosis_review (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null,
  version        bigint not null default 1,
  diagnosis_id   bigint not null,
  kind           text not null check (kind in ('REVIEW', 'SECOND_OPINION')),
  reason         text not null check (btrim(reason) <> '' and length(reason) <= 4000),
  owner_id       bigint not null,
  due_on         date not null,
  asked_at       timestamptz not null,
  asked_by       bigint not null,
  submission_key text not null,
  outcome        text check (outcome in ('STANDS', 'DOUBTED')),
  answer         text check (btrim(answer) <> '' and length(answer) <= 4000),
  answered_at    timestamptz,
  answered_on    date,
  answered_by    bigint,
  licence_id     bigint,
  withdrawn_at   timestamptz,
  withdrawn_by   bigint,
  primary key (clinic_id, id),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, diagnosis_id) references diagnosis deferrable initially deferred,
  foreign key (clinic_id, owner_id) references practitioner deferrable initially deferred,
  foreign key (clinic_id, asked_by) references practitioner deferrable initially deferred,
  foreign key (clinic_id, answered_by) references practitioner deferrable initially deferred,
  foreign key (clinic_id, withdrawn_by) references practitioner deferrable initially deferred,
  foreign key (clinic_id, licence_id) references licence deferrable initially deferred,
  constraint review_answered_whole check (num_nulls(outcome, answer, answered_at, answered_on, answered_by, licence_id) in (0, 6)),
  constraint review_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null)),
  constraint review_ends_once check (answered_at is null or withdrawn_at is null)
);
create index diagnosis_review_of on diagnosis_review (clinic_id, diagnosis_id);
create unique index diagnosis_review_once on diagnosis_review (clinic_id, diagnosis_id, kind)
  where answered_at is null and withdrawn_at is null;

call isolate_clinics();
grant select, insert on diagnosis_review to "${appRole}";
grant update (outcome, answer, answered_at, answered_on, answered_by, licence_id, withdrawn_at, withdrawn_by, version)
  on diagnosis_review to "${appRole}";

-- Open until it is answered or taken back, or the diagnosis no longer stands.
create view review_of_diagnosis with (security_invoker = true) as
  select r.*, r.answered_at is null and r.withdrawn_at is null and d.clinical_status = 'ACTIVE' as is_open
    from diagnosis_review r join diagnosis d on d.clinic_id = r.clinic_id and d.id = r.diagnosis_id;
grant select on review_of_diagnosis to "${appRole}";

-- Whether the last answer was that it should be revised.
create function is_doubted(asked diagnosis) returns boolean language sql stable as $$
  select coalesce((
    select r.outcome = 'DOUBTED' from diagnosis_review r
     where r.clinic_id = asked.clinic_id and r.diagnosis_id = asked.id and r.answered_at is not null
     order by r.answered_at desc, r.id desc limit 1), false)
$$;
grant execute on function is_doubted(diagnosis) to "${appRole}";

create trigger diagnosis_review_stands before update on diagnosis_review
  for each row when (old.answered_at is not null or old.withdrawn_at is not null)
  execute function refuse_change('diagnosis_review_stands');

create function keep_review_true() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
  asking boolean := tg_op = 'INSERT';
begin
  broken := array(
    select rule.name
      from clinic
      join diagnosis d on d.clinic_id = new.clinic_id and d.id = new.diagnosis_id
      left join licence l on l.clinic_id = new.clinic_id and l.id = new.licence_id
      cross join lateral (values
        ('review_of_standing_diagnosis', not (asking or new.answered_at is not null) or d.clinical_status = 'ACTIVE'),
        ('review_asked_first', not asking or new.answered_at is null and new.withdrawn_at is null),
        ('review_asked_by_actor', not asking or clinic.demonstration or new.asked_by = current_practitioner()),
        ('review_asked_by_whom', not asking or holds_role(new.clinic_id, new.asked_by, array['THERAPIST', 'PHYSICIAN'])),
        ('review_asked_of_physician', not asking or holds_role(new.clinic_id, new.owner_id, array['PHYSICIAN'])),
        ('review_second_is_another', new.kind <> 'SECOND_OPINION'
          or d.recorded_by <> new.owner_id and d.recorded_by is distinct from new.answered_by),
        ('review_due_in_time', not asking
          or new.due_on between day_in(clinic.time_zone, new.asked_at) and day_in(clinic.time_zone, new.asked_at) + 28),
        ('review_answer_day_of_clinic', new.answered_at is null
          or new.answered_on = day_in(clinic.time_zone, new.answered_at)),
        ('review_answered_by_actor', new.answered_by is null or clinic.demonstration or new.answered_by = current_practitioner()),
        ('review_answered_with_licence', new.answered_by is null
          or l.practitioner_id = new.answered_by and stood_on(l, new.answered_on) and may_diagnose(l.profession)),
        ('review_withdrawn_by_asker', new.withdrawn_by is null
          or new.withdrawn_by = new.asked_by and (clinic.demonstration or new.withdrawn_by = current_practitioner()))
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG003', broken[1], 'a review cannot be recorded so', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create trigger keep_review_true after insert or update on diagnosis_review
  for each row execute function keep_review_true();
create constraint trigger review_asked_at_its_time after insert on diagnosis_review
  deferrable initially deferred for each row execute function keep_true_time('asked_at', 'review_asked_at_its_time');
create constraint trigger review_answered_at_its_time after update on diagnosis_review
  deferrable initially deferred for each row when (new.answered_at is not null)
  execute function keep_true_time('answered_at', 'review_answered_at_its_time');
create constraint trigger review_withdrawn_at_its_time after update on diagnosis_review
  deferrable initially deferred for each row when (new.withdrawn_at is not null)
  execute function keep_true_time('withdrawn_at', 'review_withdrawn_at_its_time');
