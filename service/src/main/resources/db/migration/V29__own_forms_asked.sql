-- Of whom a questionnaire of the clinic's own is asked, and its answers in an intake.

-- Each word on it stays: an intake goes on with the one that it began on.
create table questionnaire_audience (
  id               bigint not null,
  clinic_id        bigint not null default current_clinic() references clinic (id),
  version          bigint not null default 0,
  questionnaire_id bigint not null,
  -- Two administrators at once do not both have the last word.
  number           integer not null check (number > 0),
  -- Names of regions with blanks between; empty for everybody.
  regions          text not null check (length(regions) <= 400 and regions ~ '^([A-Z_]+( [A-Z_]+)*)?$'),
  at_rescreen      boolean not null,
  said_at          timestamptz not null,
  said_by          bigint not null,
  primary key (clinic_id, id),
  unique (clinic_id, questionnaire_id, number),
  foreign key (clinic_id, questionnaire_id) references questionnaire (clinic_id, id),
  foreign key (clinic_id, said_by) references practitioner (clinic_id, id)
);
grant select, insert on questionnaire_audience to "${appRole}";
call isolate_clinics();

-- Only what is in use is asked of anybody.
create function keep_audience_of_one_in_use() returns trigger language plpgsql
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
begin
  if not exists (select from questionnaire q
                  where q.clinic_id = new.clinic_id and q.id = new.questionnaire_id and q.state = 'ACTIVE') then
    perform refuse('PG003', 'audience_of_one_in_use', 'only a questionnaire in use is asked of anybody');
  end if;
  return new;
end $$;
create trigger audience_of_one_in_use before insert on questionnaire_audience
  for each row execute function keep_audience_of_one_in_use();
create trigger questionnaire_audience_stands before update or delete on questionnaire_audience
  for each row execute function refuse_change('questionnaire_audience_stands');

-- The clinic's own forms stand behind the shipped ones as 'own:<id of the audience>'.
alter table intake drop constraint intake_forms_check;
alter table intake add constraint intake_forms_check check (length(forms) <= 4000);
alter table intake drop constraint intake_step_check;
alter table intake add constraint intake_step_check
  check (step in ('PERSON', 'COMPLAINT', 'SCREENING', 'RUNNING', 'MORE', 'CONSENT'));

-- Their answers are named after form and question, 60 characters each.
alter table intake_amendment drop constraint intake_amendment_field_check;
alter table intake_amendment add constraint intake_amendment_field_check
  check (field <> '' and length(field) <= 130);
