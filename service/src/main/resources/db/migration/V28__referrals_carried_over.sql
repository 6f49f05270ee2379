-- 1. A referral that version 27 carried over as sent had no time to expire: it would have waited for ever, and could not
-- have gone on after a hold. Its time begins now. And a time to expire, once written, is never taken away.
alter table referral disable trigger user;
do $$
declare
  each bigint;
  former text;
begin
  for each in select id from clinic order by id loop
    former := switch_clinic(each::text);
    update referral
       set expires_at = now() + case urgency
             when 'U1_SAME_DAY' then interval '24 hours' when 'U2_URGENT_1_2W' then interval '336 hours'
             else interval '2160 hours' end
     where closed_at is null and sent_at is not null and expires_at is null and urgency <> 'U0_EMERGENCY_NOW';
    perform switch_clinic(former);
  end loop;
end $$;
alter table referral enable trigger user;
drop trigger referral_sent_once on referral;
create trigger referral_sent_once before update on referral
  for each row when (old.sent_at is not null
    and (new.sent_at is distinct from old.sent_at
         -- The time on hold does not count.
         or new.expires_at is distinct from old.expires_at
            and not (old.state = 'ON_HOLD' and new.state = 'ACCEPTED'
                     and coalesce(new.expires_at >= old.expires_at, false))))
  execute function refuse_change('referral_sent_once');

-- 2. A danger that stands again with a lapsed licence takes the place of a lower question: by whoever found the lapse.
create or replace function referral_rules()
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
    ('SUPERSEDE',      'SUPERSEDED',       u.every,   p.clinic || 'ADMIN'::text)
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
