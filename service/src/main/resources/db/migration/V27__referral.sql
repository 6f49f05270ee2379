-- Referrals and the loop that closes: every step is a row, only legal steps exist, and how a referral reaches the
-- recipient has states of its own. docs/decisions/0020-referral-steps.md has the reasons.

-- 1. What a referral knows besides.
alter table referral
  add column delivery         text check (delivery in ('QUEUED', 'SENT', 'BOUNCED', 'FAILED', 'HANDED_OVER', 'OPENED')),
  add column sent_at          timestamptz,
  add column expires_at       timestamptz,
  add column appointment_at   timestamptz,
  add column result           text check (result in ('DIAGNOSIS', 'FLAG_CLEARED', 'NO_DIAGNOSIS_FOUND')),
  add column superseded_by_id bigint,
  add foreign key (clinic_id, superseded_by_id) references referral deferrable initially deferred,
  add constraint referral_result_at_the_end check (result is null or closed_at is not null),
  add constraint referral_replaced_at_the_end check (superseded_by_id is null or closed_at is not null),
  add constraint referral_expires_after_sending check (expires_at is null or expires_at > sent_at),
  drop constraint referral_state_check,
  drop constraint referral_check,
  add constraint referral_state_check check (state in (
    'DRAFT', 'SENT', 'RECEIVED', 'ACCEPTED', 'SCHEDULED', 'NO_SHOW', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'DECLINED',
    'CANCELLED', 'EXPIRED', 'SUPERSEDED', 'ENTERED_IN_ERROR')),
  add constraint referral_open_until_closed check (
    (state in ('DRAFT', 'SENT', 'RECEIVED', 'ACCEPTED', 'SCHEDULED', 'NO_SHOW', 'IN_PROGRESS', 'ON_HOLD'))
      = (closed_at is null)),
  -- What ran out of its time is asked for again with nobody acting.
  alter column requested_by drop not null;
grant update (delivery, sent_at, expires_at, appointment_at, result, superseded_by_id) on referral to "${appRole}";

create table referral_transition (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null,
  referral_id    bigint not null,
  -- Place in the chain of one referral: two steps at once do not both pass.
  number         integer not null check (number > 0),
  action         text not null,
  from_state     text,
  to_state       text not null,
  reason         text check (btrim(reason) <> ''),
  at             timestamptz not null,
  by             bigint,
  submission_key text,
  primary key (clinic_id, id),
  unique (clinic_id, referral_id, number),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, referral_id) references referral deferrable initially deferred,
  foreign key (clinic_id, by) references practitioner deferrable initially deferred
);

create table referral_delivery (
  clinic_id      bigint not null default current_clinic() references clinic deferrable initially deferred,
  id             bigint not null,
  referral_id    bigint not null,
  number         integer not null check (number > 0),
  from_state     text,
  to_state       text not null,
  reason         text check (btrim(reason) <> ''),
  at             timestamptz not null,
  by             bigint,
  submission_key text,
  primary key (clinic_id, id),
  unique (clinic_id, referral_id, number),
  unique (clinic_id, submission_key),
  foreign key (clinic_id, referral_id) references referral deferrable initially deferred,
  foreign key (clinic_id, by) references practitioner deferrable initially deferred
);

call isolate_clinics();
grant select, insert on referral_transition, referral_delivery to "${appRole}";

-- 2. What earlier versions kept. A screening that was repeated drafted the same referral again: the most urgent stays
-- open, then the one that is due first.
alter table referral disable trigger user;
do $$
declare
  each bigint;
  former text;
begin
  for each in select id from clinic order by id loop
    former := switch_clinic(each::text);
    update referral r
       set state = 'SUPERSEDED', outcome = 'referral.superseded.askedAgain', superseded_by_id = n.id,
           closed_at = greatest(r.requested_at, n.requested_at),
           closed_by = case when r.requested_at > n.requested_at then r.requested_by else n.requested_by end
      from (select distinct on (episode_id, target, reason) id, episode_id, target, reason, requested_at, requested_by
              from referral where closed_at is null
             order by episode_id, target, reason, urgency, due_at nulls last, id) n
     where r.closed_at is null and r.id <> n.id
       and (r.episode_id, r.target, r.reason) = (n.episode_id, n.target, n.reason);
    update referral set sent_at = requested_at where state = 'SENT';
    insert into referral_transition (id, referral_id, number, action, to_state, reason, at, by)
    select nextval('record_seq'), id, 1, case when screening_id is null then 'DRAFT' else 'DRAFT_BY_RULE' end, 'DRAFT',
           reason, requested_at, requested_by
      from referral order by id;
    insert into referral_transition (id, referral_id, number, action, from_state, to_state, reason, at, by)
    select nextval('record_seq'), id, 2, 'CARRY_OVER', 'DRAFT', state, coalesce(outcome, 'referral.carriedOver'),
           coalesce(closed_at, requested_at), coalesce(closed_by, requested_by)
      from referral where state <> 'DRAFT' order by id;
    perform switch_clinic(former);
  end loop;
end $$;
set constraints all immediate;
set constraints all deferred;
alter table referral enable trigger user;

-- 3. One referral waits for each episode, target and reason; who was seen already may have to be seen again. Checked
-- when the transaction ends: one that is declined and its successor change places in it. (A reason may be longer than
-- an index takes.)
alter table referral add constraint referral_open_once
  exclude using btree (clinic_id with =, episode_id with =, target with =, md5(reason) with =)
  where (closed_at is null and state <> 'IN_PROGRESS') deferrable initially deferred;

-- 4. Every legal step, as the domain has it (ReferralRules). NOBODY is the clock.
create function referral_rules()
  returns table (from_state text, action text, to_state text, urgencies text[], who text[])
  language sql immutable as $$
  with urgency (every, today, later, red, routine) as (values (
         array['U0_EMERGENCY_NOW', 'U1_SAME_DAY', 'U2_URGENT_1_2W', 'U3_ROUTINE'],
         array['U0_EMERGENCY_NOW', 'U1_SAME_DAY'], array['U2_URGENT_1_2W', 'U3_ROUTINE'],
         array['U0_EMERGENCY_NOW', 'U1_SAME_DAY', 'U2_URGENT_1_2W'], array['U3_ROUTINE'])),
       people (clinic, clinicians, doctors) as (values (
         array['STAFF', 'THERAPIST', 'PHYSICIAN'], array['THERAPIST', 'PHYSICIAN'], array['PHYSICIAN'])),
       open (state) as (values ('DRAFT'), ('SENT'), ('RECEIVED'), ('ACCEPTED'), ('SCHEDULED'), ('NO_SHOW'),
                               ('IN_PROGRESS'), ('ON_HOLD')),
       ended (state) as (values ('COMPLETED'), ('DECLINED'), ('CANCELLED'), ('EXPIRED'), ('SUPERSEDED'))
  select step.* from urgency u cross join people p cross join lateral (values
    (null::text,    'DRAFT',         'DRAFT',       u.every, p.clinicians),
    (null,          'DRAFT_BY_RULE', 'DRAFT',       u.red,   p.clinic || 'ADMIN'::text),
    (null,          'DRAFT_AGAIN',   'DRAFT',       u.every, p.clinic || 'NOBODY'::text),
    ('DRAFT',       'SEND',          'SENT',        u.today, p.clinic),
    ('DRAFT',       'SEND',          'SENT',        u.later, p.clinicians),
    ('SENT',        'RECEIVE',       'RECEIVED',    u.every, p.clinic),
    ('RECEIVED',    'ACCEPT',        'ACCEPTED',    u.every, p.clinic),
    ('SENT',        'DECLINE',       'DECLINED',    u.every, p.clinic),
    ('RECEIVED',    'DECLINE',       'DECLINED',    u.every, p.clinic),
    ('ACCEPTED',    'SCHEDULE',      'SCHEDULED',   u.every, p.clinic),
    ('NO_SHOW',     'SCHEDULE',      'SCHEDULED',   u.every, p.clinic),
    ('SCHEDULED',   'MISS',          'NO_SHOW',     u.every, p.clinic),
    ('SCHEDULED',   'BEGIN',         'IN_PROGRESS', u.every, p.clinic),
    ('IN_PROGRESS', 'COMPLETE',      'COMPLETED',   u.every, p.clinicians),
    ('ACCEPTED',    'HOLD',          'ON_HOLD',     u.later, p.clinicians),
    ('SCHEDULED',   'HOLD',          'ON_HOLD',     u.later, p.clinicians),
    ('ON_HOLD',     'RESUME',        'ACCEPTED',    u.later, p.clinicians),
    ('ON_HOLD',     'RESUME',        'SCHEDULED',   u.later, p.clinicians),
    ('SENT',        'EXPIRE',        'EXPIRED',     u.red[2:] || u.routine, array['NOBODY']),
    ('RECEIVED',    'EXPIRE',        'EXPIRED',     u.red[2:] || u.routine, array['NOBODY']),
    ('ACCEPTED',    'EXPIRE',        'EXPIRED',     u.red[2:] || u.routine, array['NOBODY'])
  ) step
  union all
  select o.state, step.* from open o cross join urgency u cross join people p cross join lateral (values
    ('REDIRECT',       'SUPERSEDED',       u.every,   p.clinicians),
    ('SUPERSEDE',      'SUPERSEDED',       u.every,   p.clinic)
  ) step
   where o.state <> 'IN_PROGRESS'
  union all
  select o.state, step.* from open o cross join urgency u cross join people p cross join lateral (values
    ('CANCEL',         'CANCELLED',        u.red,     p.doctors),
    ('CANCEL',         'CANCELLED',        u.routine, p.clinicians),
    ('CLEAR',          'CANCELLED',        u.red,     p.doctors),
    ('HAND_OVER',      'CANCELLED',        u.every,   p.clinicians)
  ) step
  union all
  select s.state, step.* from (table open union all table ended) s cross join urgency u cross join people p
   cross join lateral (values
    ('ENTER_IN_ERROR', 'ENTERED_IN_ERROR', u.red,     p.doctors),
    ('ENTER_IN_ERROR', 'ENTERED_IN_ERROR', u.routine, p.clinicians)
  ) step
$$;

create function delivery_rules() returns table (from_state text, to_state text) language sql immutable as $$
  values (null::text, 'QUEUED'),
         ('QUEUED', 'SENT'), ('QUEUED', 'FAILED'), ('QUEUED', 'HANDED_OVER'),
         ('SENT', 'BOUNCED'), ('SENT', 'OPENED'), ('SENT', 'HANDED_OVER'),
         ('BOUNCED', 'QUEUED'), ('BOUNCED', 'HANDED_OVER'),
         ('FAILED', 'QUEUED'), ('FAILED', 'HANDED_OVER'),
         ('HANDED_OVER', 'OPENED')
$$;

-- Whether somebody holds one of these roles.
create function holds_role(clinic bigint, practitioner bigint, any_of text[]) returns boolean language sql stable as $$
  select exists (
    select from account a
      join account_role r on r.clinic_id = a.clinic_id and r.account_id = a.id
     where a.clinic_id = clinic and a.practitioner_id = practitioner and r.role = any (any_of))
$$;

-- Whether a flag of the episode still asks for it: one of the rule that drafted it.
create function flag_asks_for(asked referral) returns boolean language sql stable as $$
  select exists (
    select from screening s
      join screening_flag f on f.clinic_id = s.clinic_id and f.screening_id = s.id
     where s.clinic_id = asked.clinic_id and s.episode_id = asked.episode_id and flag_stands(f)
       and asked.reason = 'rule.' || f.rule_id)
$$;

create function episode_state(asked referral) returns text language sql stable as $$
  select state from episode where clinic_id = asked.clinic_id and id = asked.episode_id
$$;

-- Whether what took the place of a referral by this step asks for no less: one of the same episode that was open then,
-- where the step says.
create function stands_in_for(asked referral, action text, at timestamptz) returns boolean language sql stable as $$
  select exists (
    select from referral n
     where n.clinic_id = asked.clinic_id and n.id = asked.superseded_by_id and n.id <> asked.id
       and n.episode_id = asked.episode_id and (n.closed_at is null or n.closed_at > at)
       and case action
             when 'REDIRECT' then n.urgency <= asked.urgency and n.screening_id is not distinct from asked.screening_id
               and (n.target, n.reason, n.urgency) is distinct from (asked.target, asked.reason, asked.urgency)
             when 'SUPERSEDE' then n.urgency <= asked.urgency and n.target = asked.target
             when 'ENTER_IN_ERROR' then (n.target, n.reason) = (asked.target, asked.reason)
             else (n.target, n.reason, n.urgency) = (asked.target, asked.reason, asked.urgency)
               and n.screening_id is not distinct from asked.screening_id end)
$$;

-- 5. A step is legal, follows from the one before, and is taken by somebody who may. Asked when the transaction ends.
create function keep_referral_step_legal() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  asked referral;
  former text := switch_clinic(new.clinic_id::text);
  broken text[];
begin
  select * into asked from referral where clinic_id = new.clinic_id and id = new.referral_id;
  broken := array(
    select rule.name from (values
      ('referral_step_follows', new.from_state is not distinct from (
        select t.to_state from referral_transition t
         where t.clinic_id = new.clinic_id and t.referral_id = new.referral_id and t.number = new.number - 1)
        and (new.from_state is null) = (new.number = 1)),
      ('referral_step_legal', exists (
        select from referral_rules() r
         where (r.action, r.to_state) = (new.action, new.to_state) and r.from_state is not distinct from new.from_state
           and asked.urgency = any (r.urgencies))),
      ('referral_step_by_whom', exists (
        select from referral_rules() r
         where (r.action, r.to_state) = (new.action, new.to_state) and r.from_state is not distinct from new.from_state
           and asked.urgency = any (r.urgencies)
           and case when new."by" is null then 'NOBODY' = any (r.who)
                    else holds_role(new.clinic_id, new."by", r.who) end)),
      ('referral_step_with_reason', new.reason is not null
        or new.action in ('SEND', 'RECEIVE', 'ACCEPT', 'SCHEDULE', 'MISS', 'BEGIN', 'RESUME')),
      ('referral_drafted_for_a_cause', case new.action
        when 'DRAFT' then asked.screening_id is null
        when 'DRAFT_BY_RULE' then asked.screening_id is not null
        -- In the place of another, or of a question whose place was taken by what ended without an answer.
        when 'DRAFT_AGAIN' then exists (
          select from referral r
           where r.clinic_id = new.clinic_id and (r.superseded_by_id = new.referral_id
              or r.episode_id = asked.episode_id and r.state = 'SUPERSEDED' and r.screening_id is null
             and asked.screening_id is null
             and (r.target, r.reason, r.urgency) = (asked.target, asked.reason, asked.urgency)))
        else true end),
      ('referral_sent_with_its_time', new.action <> 'SEND' or asked.sent_at = new.at and asked.delivery is not null
        and asked.expires_at is not distinct from asked.sent_at + case asked.urgency
          when 'U1_SAME_DAY' then interval '24 hours' when 'U2_URGENT_1_2W' then interval '336 hours'
          when 'U3_ROUTINE' then interval '2160 hours' end),
      ('referral_has_its_appointment', new.action <> 'SCHEDULE' or asked.appointment_at is not null),
      ('referral_has_its_result', new.action <> 'COMPLETE' or asked.result is not null),
      ('referral_expires_after_its_time', new.action <> 'EXPIRE' or asked.expires_at <= new.at),
      ('referral_waits_on_no_longer', new.action <> 'RESUME' or new.to_state <> 'ACCEPTED'
        or asked.expires_at <= new.at + case asked.urgency
          when 'U2_URGENT_1_2W' then interval '336 hours' else interval '2160 hours' end),
      ('referral_resumes_where_held', new.action <> 'RESUME' or new.to_state = (
        select t.from_state from referral_transition t
         where t.clinic_id = new.clinic_id and t.referral_id = new.referral_id and t.number = new.number - 1)),
      -- Whom nobody will see is asked for again; a standing flag is not left without anybody who was asked.
      ('referral_asked_again', case new.action
        when 'DECLINE' then stands_in_for(asked, new.action, new.at)
        when 'EXPIRE' then stands_in_for(asked, new.action, new.at)
          or asked.urgency = 'U3_ROUTINE' and asked.superseded_by_id is null
        when 'REDIRECT' then stands_in_for(asked, new.action, new.at)
        when 'SUPERSEDE' then stands_in_for(asked, new.action, new.at)
          -- Nobody in danger, nobody who was given an appointment, and the question is answered.
          or asked.superseded_by_id is null and asked.urgency = 'U3_ROUTINE'
            and new.from_state in ('DRAFT', 'SENT', 'RECEIVED', 'ACCEPTED') and exists (
              select from diagnosis d
               where d.clinic_id = asked.clinic_id and d.episode_id = asked.episode_id
                 and (d.verification_status, d.clinical_status) = ('CONFIRMED', 'ACTIVE'))
        when 'ENTER_IN_ERROR' then case
          when new.from_state = 'COMPLETED' then stands_in_for(asked, new.action, new.at)
            or asked.superseded_by_id is null and (not flag_asks_for(asked)
              or episode_state(asked) in ('DISCHARGED', 'TRANSFERRED', 'CLOSED_LOST'))
          else asked.superseded_by_id is null or new.from_state in ('DECLINED', 'EXPIRED', 'SUPERSEDED') end
        when 'CANCEL' then asked.superseded_by_id is null
        when 'CLEAR' then asked.superseded_by_id is null
        when 'COMPLETE' then asked.superseded_by_id is null
        when 'HAND_OVER' then asked.superseded_by_id is null
        else true end),
      ('referral_handed_over_with_its_episode', new.action <> 'HAND_OVER' or episode_state(asked) = 'TRANSFERRED'),
      ('referral_flag_cleared_first', new.action not in ('CANCEL', 'CLEAR', 'ENTER_IN_ERROR', 'HOLD')
        or new.from_state in (select state from unnest(array['COMPLETED', 'DECLINED', 'CANCELLED', 'EXPIRED',
                                                             'SUPERSEDED']) state)
        or not flag_asks_for(asked)),
      ('referral_state_is_its_last_step', asked.state = (
        select t.to_state from referral_transition t
         where t.clinic_id = new.clinic_id and t.referral_id = new.referral_id
         order by t.number desc limit 1))
    ) rule (name, holds) where rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG003', broken[1], 'a referral takes legal steps only', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_referral_step_legal after insert on referral_transition
  deferrable initially deferred for each row execute function keep_referral_step_legal();
create constraint trigger referral_step_at_its_time after insert on referral_transition
  deferrable initially deferred for each row execute function keep_true_time('at', 'referral_step_at_its_time');
create trigger referral_step_by_actor after insert on referral_transition
  for each row execute function keep_signer_acting('by', 'referral_step_by_actor');

-- No state without its step.
create function keep_referral_steps_told() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (
    select from referral r
      join referral_transition t on t.clinic_id = r.clinic_id and t.referral_id = r.id
     where r.clinic_id = new.clinic_id and r.id = new.id and t.to_state = r.state
       and t.number = (select max(number) from referral_transition m
                        where m.clinic_id = r.clinic_id and m.referral_id = r.id)) then
    perform refuse('PG003', 'referral_state_is_its_last_step', 'a referral changes by a step that is kept');
  end if;
  if new.delivery is not null and not exists (
    select from referral r
      join referral_delivery t on t.clinic_id = r.clinic_id and t.referral_id = r.id
     where r.clinic_id = new.clinic_id and r.id = new.id and t.to_state = r.delivery
       and t.number = (select max(number) from referral_delivery m
                        where m.clinic_id = r.clinic_id and m.referral_id = r.id)) then
    perform refuse('PG003', 'referral_delivery_is_its_last_step', 'a delivery changes by a step that is kept');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger referral_steps_told after insert or update on referral
  deferrable initially deferred for each row execute function keep_referral_steps_told();

-- A course of care does not end with nobody who waits for an urgent answer.
create function keep_end_with_nobody_asked() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
begin
  if exists (
    select from referral
     where clinic_id = new.clinic_id and episode_id = new.id and closed_at is null
       and urgency in ('U0_EMERGENCY_NOW', 'U1_SAME_DAY')) then
    perform refuse('PG003', 'episode_ends_with_nobody_asked', 'an urgent referral is open');
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_end_with_nobody_asked after update on episode
  deferrable initially deferred for each row
  when (new.state in ('DISCHARGED', 'CLOSED_LOST', 'TRANSFERRED') and old.state <> new.state)
  execute function keep_end_with_nobody_asked();

-- 6. The same of its delivery.
create function keep_delivery_legal() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  asked referral;
  former text := switch_clinic(new.clinic_id::text);
  broken text[];
begin
  select * into asked from referral where clinic_id = new.clinic_id and id = new.referral_id;
  broken := array(
    select rule.name from (values
      ('delivery_follows', new.from_state is not distinct from (
        select t.to_state from referral_delivery t
         where t.clinic_id = new.clinic_id and t.referral_id = new.referral_id and t.number = new.number - 1)
        and (new.from_state is null) = (new.number = 1)),
      ('delivery_legal', exists (
        select from delivery_rules() r
         where r.to_state = new.to_state and r.from_state is not distinct from new.from_state)),
      ('delivery_by_whom', new."by" is null or holds_role(new.clinic_id, new."by", array['STAFF', 'THERAPIST', 'PHYSICIAN'])),
      ('delivery_with_reason', new.reason is not null or new.to_state not in ('BOUNCED', 'FAILED')),
      ('delivery_of_an_open_referral', asked.sent_at is not null
        and (asked.closed_at is null or asked.closed_at >= new.at)),
      ('referral_delivery_is_its_last_step', asked.delivery = (
        select t.to_state from referral_delivery t
         where t.clinic_id = new.clinic_id and t.referral_id = new.referral_id
         order by t.number desc limit 1))
    ) rule (name, holds) where rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG003', broken[1], 'a delivery takes legal steps only', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;
create constraint trigger keep_delivery_legal after insert on referral_delivery
  deferrable initially deferred for each row execute function keep_delivery_legal();
create constraint trigger delivery_at_its_time after insert on referral_delivery
  deferrable initially deferred for each row execute function keep_true_time('at', 'delivery_at_its_time');
create trigger delivery_by_actor after insert on referral_delivery
  for each row execute function keep_signer_acting('by', 'delivery_by_actor');

-- 7. What ended stays as it was; afterwards it can only turn out to have been an error. What was sent was sent then.
drop trigger referral_closed_for_good on referral;
create trigger referral_closed_for_good before update on referral
  for each row when (old.closed_at is not null
    and not (new.state = 'ENTERED_IN_ERROR' and old.state <> 'ENTERED_IN_ERROR'
             and to_jsonb(new) - array['state', 'version'] = to_jsonb(old) - array['state', 'version'])
    -- An answer that was none is asked for again.
    and not (new.state = 'ENTERED_IN_ERROR' and old.state = 'COMPLETED' and old.superseded_by_id is null
             and to_jsonb(new) - array['state', 'version', 'superseded_by_id']
               = to_jsonb(old) - array['state', 'version', 'superseded_by_id']))
  execute function refuse_change('referral_closed_for_good');
create trigger referral_sent_once before update on referral
  for each row when (old.sent_at is not null
    and (new.sent_at is distinct from old.sent_at
         -- The time on hold does not count.
         or new.expires_at is distinct from old.expires_at
            and not (old.state = 'ON_HOLD' and new.state = 'ACCEPTED' and new.expires_at >= old.expires_at)))
  execute function refuse_change('referral_sent_once');

-- 8. The clock's way in (decision 0016), and what every page shows of a referral.
create index referral_expiring on referral (clinic_id, expires_at) where closed_at is null and expires_at is not null;
create index referral_replaced on referral (clinic_id, superseded_by_id) where superseded_by_id is not null;
create function clinics_with_referral_due(at timestamptz) returns setof bigint
  language plpgsql security definer set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  each bigint;
  former text := coalesce(current_setting('pacegate.clinic', true), '');
begin
  for each in select id from clinic order by id loop
    perform switch_clinic(each::text);
    if exists (
      select from referral
       where closed_at is null and state in ('SENT', 'RECEIVED', 'ACCEPTED') and expires_at <= at) then
      return next each;
    end if;
  end loop;
  perform switch_clinic(former);
end $$;
grant execute on function clinics_with_referral_due(timestamptz) to "${appRole}";

-- Every step of a referral after its draft, in the shape of the view timeline, which shows the draft.
create view referral_timeline with (security_invoker = true) as
  select t.at, 'REFERRAL_' || t.to_state as kind, r.id as record_id, e.patient_id, e.id as episode_id, r.target as code,
         t.reason as words, w.given_name || ' ' || w.family_name as recorded_by
    from referral_transition t
    join referral r on r.clinic_id = t.clinic_id and r.id = t.referral_id
    join episode e on e.clinic_id = r.clinic_id and e.id = r.episode_id
    left join practitioner w on w.clinic_id = t.clinic_id and w.id = t.by
   where t.number > 1;
grant select on referral_timeline to "${appRole}";
