-- The second click on entering a recipient carries the key of the first.
alter table recipient
  add column submission_key text,
  add unique (clinic_id, submission_key);
