-- The desk: an answer is changed only by a page that showed the answer before it.

-- The page that an entry was last typed on, so that a page never conflicts with itself. A taken back entry stays as
-- an empty one: it says who took it back.
alter table intake_entry add column page text;
grant update (page) on intake_entry to "${appRole}";
