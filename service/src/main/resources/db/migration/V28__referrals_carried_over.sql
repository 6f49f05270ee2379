-- A referral that version 27 carried over as sent had no time to expire: it would have waited for ever, and could not
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
