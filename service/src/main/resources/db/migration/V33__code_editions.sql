-- Codes by edition: a list holds from a day on until the next one begins, and the one in force on the day of the
-- signature decides what can be chosen (decision 0025). What was signed keeps its code, its edition and its words.

-- Words as they are compared: without accents, apostrophes and dots, in small letters, one blank between them.
create function code_words(words text) returns text language sql immutable parallel safe as
  $$ select btrim(regexp_replace(regexp_replace(${flyway:defaultSchema}.searchable(words), '[''’.´`]', '', 'g'),
                                 '[^a-z0-9]+', ' ', 'g')) $$;

-- The names of a code, parted by semicolons, as they are searched: "; slipped disc; disc prolapse;".
create function code_names(names text) returns text language sql immutable parallel safe as
  $$ select '; ' || regexp_replace(btrim(regexp_replace(regexp_replace(
       lower(public.unaccent('public.unaccent', names)), '[''’.´`]', '', 'g'), '[^a-z0-9;]+', ' ', 'g'), ' ;'),
       ' *;[ ;]*', '; ', 'g') || ';' $$;

-- The editions that the product ships.
create table code_edition (
  system     text not null,
  edition    text not null,
  valid_from date not null,
  primary key (system, edition),
  unique (system, valid_from)
);
grant select on code_edition to "${appRole}";

insert into code_edition (system, edition, valid_from)
select system, edition, min(valid_from) from diagnosis_code group by system, edition;
insert into code_edition (system, edition, valid_from)
values ('http://hl7.org/fhir/sid/icd-10-cm', 'FY2025', date '2024-10-01');

-- Billable: the code can be chosen. A header is only there to say what can be chosen instead.
alter table diagnosis_code
  drop column valid_from,
  drop column valid_to,
  add column billable boolean not null default true,
  add column synonyms text not null default '',
  add constraint diagnosis_code_edition foreign key (system, edition) references code_edition;

insert into diagnosis_code (system, code, edition, label_en, label_es, body_site, bone_stress, billable) values
  ('http://hl7.org/fhir/sid/icd-10-cm', 'M54.5', 'FY2022', 'Low back pain', 'Dolor lumbar', 'LOW_BACK', false, false);

insert into diagnosis_code (system, code, edition, label_en, label_es, body_site, bone_stress, billable, offered_first)
select system, code, 'FY2025', label_en, label_es, body_site, bone_stress, billable, offered_first
  from diagnosis_code where system = 'http://hl7.org/fhir/sid/icd-10-cm' and edition = 'FY2022';

-- Subdivided on 1 October 2024 (docs/clinical-basis.md 6.1).
insert into diagnosis_code (system, code, edition, label_en, label_es, body_site, billable)
select 'http://hl7.org/fhir/sid/icd-10-cm', code, 'FY2025', label_en, label_es, 'LOW_BACK', billable
  from (values
    ('M51.36', 'Other disc degeneration, lumbar', 'Otra degeneración discal, lumbar', false),
    ('M51.360', 'Disc degeneration, lumbar, pain in the back only', 'Degeneración discal, lumbar, dolor solo de espalda', true),
    ('M51.361', 'Disc degeneration, lumbar, pain in the leg only', 'Degeneración discal, lumbar, dolor solo de pierna', true),
    ('M51.362', 'Disc degeneration, lumbar, pain in back and leg', 'Degeneración discal, lumbar, dolor de espalda y pierna', true),
    ('M51.369', 'Disc degeneration, lumbar, no pain named', 'Degeneración discal, lumbar, sin dolor indicado', true),
    ('M51.37', 'Other disc degeneration, lumbosacral', 'Otra degeneración discal, lumbosacra', false),
    ('M51.370', 'Disc degeneration, lumbosacral, pain in the back only', 'Degeneración discal, lumbosacra, dolor solo de espalda', true),
    ('M51.371', 'Disc degeneration, lumbosacral, pain in the leg only', 'Degeneración discal, lumbosacra, dolor solo de pierna', true),
    ('M51.372', 'Disc degeneration, lumbosacral, pain in back and leg', 'Degeneración discal, lumbosacra, dolor de espalda y pierna', true),
    ('M51.379', 'Disc degeneration, lumbosacral, no pain named', 'Degeneración discal, lumbosacra, sin dolor indicado', true)
  ) as list (code, label_en, label_es, billable);

-- What people call it, in our own words, by the beginning of the code. They help to find; they are never recorded.
update diagnosis_code d set synonyms = said.words
  from (
    select c.system, c.edition, c.code, string_agg(list.words, '; ' order by list.stem) as words
      from diagnosis_code c
      join (values
        ('C41.2', 'spinal tumour; spine cancer; tumor; cáncer de columna'),
        ('C79.51', 'bone metastasis; bone metastases; metástasis ósea'),
        ('F50', 'anorexia; disordered eating; trastorno de la conducta alimentaria; TCA'),
        ('G83.4', 'saddle numbness; CES; cola de caballo'),
        ('I82.4Z', 'DVT; blood clot in the leg; calf clot; TVP; coágulo en la pierna; trombo'),
        ('M21.4', 'flat feet; fallen arches; pies planos; arco caído'),
        ('M21.7', 'leg length discrepancy; short leg; dismetría; pierna corta'),
        ('M22.2', 'runner''s knee; anterior knee pain; kneecap pain; PFP; rodilla del corredor; dolor de rótula; dolor anterior de rodilla'),
        ('M25.55', 'sore hip; me duele la cadera'),
        ('M43.0', 'pars defect; pars stress fracture; fractura de la pars; lisis'),
        ('M43.1', 'slipped vertebra; slip; vértebra desplazada'),
        ('M45', 'ankylosing spondylitis; axial spondyloarthritis; axSpA; Bechterew; espondilitis anquilosante; espondiloartritis axial'),
        ('M46.1', 'sacroiliitis; SI joint; sacroileítis; articulación sacroilíaca'),
        ('M46.2', 'bone infection of the spine; spinal osteomyelitis; infección ósea de la columna'),
        ('M46.4', 'discitis; disc infection; infección del disco'),
        ('M48.4', 'stress fracture; fatigue fracture; bone stress injury; BSI; fractura de fatiga; fractura por sobrecarga'),
        ('M51.1', 'slipped disc with sciatica; herniated disc; disc prolapse; hernia discal con ciática'),
        ('M51.2', 'slipped disc; herniated disc; disc herniation; disc prolapse; bulging disc; hernia discal; protrusión discal; disco salido'),
        ('M51.3', 'degenerative disc disease; worn disc; DDD; discopatía degenerativa; disco desgastado'),
        ('M53.3', 'tailbone pain; coccyx pain; dolor de coxis; rabadilla'),
        ('M54.1', 'radiculopathy; trapped nerve; pinched nerve; radiculopatía; nervio pinzado'),
        ('M54.3', 'sciatic pain; dolor ciático; ciatalgia'),
        ('M54.4', 'lumbago with sciatica; lumbociática; lumbociatalgia'),
        ('M54.5', 'lumbago; backache; lower back pain; lumbalgia; dolor de espalda baja; dolor de riñones'),
        ('M62.830', 'locked back; back cramp; contractura de espalda; espalda bloqueada'),
        ('M72.2', 'plantar fasciitis; heel pain; policeman''s heel; fascitis plantar; dolor de talón'),
        ('M76.0', 'gluteal tendonitis; gluteus medius; outer hip pain; glúteo medio; dolor lateral de cadera'),
        ('M76.1', 'hip flexor tendonitis; iliopsoas; flexor de la cadera'),
        ('M76.3', 'IT band; ITB; ITBS; outer knee pain; cintilla iliotibial; banda IT'),
        ('M76.5', 'jumper''s knee; patellar tendonitis; rodilla del saltador; tendinitis rotuliana'),
        ('M76.6', 'Achilles tendonitis; Achilles tendinosis; tendinitis aquílea; tendinitis de Aquiles'),
        ('M76.82', 'tibialis posterior; tendonitis; PTTD; tendinitis del tibial posterior'),
        ('M79.66', 'shin splints; medial tibial stress syndrome; MTSS; periostitis tibial; dolor de espinillas'),
        ('M79.A2', 'chronic exertional compartment; CECS; compartimental crónico'),
        ('M80', 'osteoporosis; fragility fracture; fractura por fragilidad'),
        ('M84.3', 'fatigue fracture; bone stress injury; BSI; hairline fracture; fractura de fatiga; fractura por sobrecarga'),
        ('M84.351', 'thigh bone; femoral neck; cuello del fémur'),
        ('M84.352', 'thigh bone; femoral neck; cuello del fémur'),
        ('M84.361', 'shin bone; espinilla'),
        ('M84.362', 'shin bone; espinilla'),
        ('M84.374', 'metatarsal; march fracture; metatarso; fractura de la marcha'),
        ('M84.375', 'metatarsal; march fracture; metatarso; fractura de la marcha'),
        ('N91', 'amenorrhea; amenorrhoea; missed periods; amenorrea; sin regla'),
        ('Q66.5', 'flat feet; pies planos'),
        ('R63.4', 'losing weight; adelgazar sin querer'),
        ('S39.012', 'pulled back muscle; strained back; tirón de espalda; tirón lumbar'),
        ('S76.21', 'pulled groin; groin strain; tirón en la ingle; aductor'),
        ('S76.31', 'pulled hamstring; torn hamstring; tirón de isquios; rotura de isquiotibiales'),
        ('S86.01', 'torn Achilles; Achilles tear; rotura del tendón de Aquiles'),
        ('Y93.02', 'jogging; footing')
      ) as list (stem, words) on starts_with(c.code, list.stem)
     where c.system = 'http://hl7.org/fhir/sid/icd-10-cm'
     group by c.system, c.edition, c.code) said
 where (d.system, d.edition, d.code) = (said.system, said.edition, said.code);

alter table diagnosis_code add column search text generated always as
  (code_names(label_en || ';' || label_es || ';' || synonyms)) stored;

-- An edition that a clinic has loaded: a newer one, or another country's. It begins as a draft, is given a day to
-- hold from, and can be taken back until then. It holds until another one begins.
create table own_edition (
  clinic_id    bigint not null default current_clinic() references clinic (id),
  id           bigint not null,
  version      bigint not null default 0,
  system       text not null check (length(system) between 1 and 100),
  edition      text not null check (length(edition) between 1 and 20),
  codes        integer not null check (codes > 0),
  file_hash    text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  state        text not null check (state in ('DRAFT', 'ACTIVE', 'WITHDRAWN')),
  loaded_at    timestamptz not null,
  loaded_by    bigint not null,
  valid_from   date,
  activated_at timestamptz,
  activated_by bigint,
  withdrawn_at timestamptz,
  withdrawn_by bigint,
  primary key (clinic_id, id),
  foreign key (clinic_id, loaded_by) references practitioner (clinic_id, id),
  foreign key (clinic_id, activated_by) references practitioner (clinic_id, id),
  foreign key (clinic_id, withdrawn_by) references practitioner (clinic_id, id),
  check ((activated_at is null) = (activated_by is null) and (activated_at is null) = (valid_from is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (state <> 'DRAFT' or activated_at is null),
  check (state <> 'ACTIVE' or activated_at is not null),
  check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
create unique index own_edition_name on own_edition (clinic_id, system, edition) where state <> 'WITHDRAWN';
create unique index own_edition_begins on own_edition (clinic_id, valid_from) where state = 'ACTIVE';

create table own_code (
  clinic_id   bigint not null default current_clinic() references clinic (id),
  edition_id  bigint not null,
  code        text not null check (length(code) between 1 and 20),
  title       text not null check (length(title) between 1 and 300),
  title_es    text check (length(title_es) between 1 and 300),
  billable    boolean not null,
  bone_stress boolean not null,
  body_site   text,
  synonyms    text not null default '' check (length(synonyms) <= 1000),
  search      text generated always as
    (code_names(title || ';' || coalesce(title_es, '') || ';' || synonyms)) stored,
  primary key (clinic_id, edition_id, code),
  foreign key (clinic_id, edition_id) references own_edition (clinic_id, id)
);

grant select, insert on own_edition, own_code to "${appRole}";
grant update (state, valid_from, activated_at, activated_by, withdrawn_at, withdrawn_by, version)
  on own_edition to "${appRole}";

-- Which edition of the clinic's own holds on a day; none, and the shipped ones hold.
create function own_edition_on(day date) returns bigint language sql stable as
  $$ select o.id from own_edition o
      where o.clinic_id = current_clinic() and o.state = 'ACTIVE' and o.valid_from <= day
      order by o.valid_from desc limit 1 $$;

create view listed_code with (security_invoker = true) as
  select cast(null as bigint) as own_edition_id, system, edition, code, label_en, label_es, body_site, bone_stress,
         billable, offered_first, synonyms, search
    from diagnosis_code
   union all
  select o.id, o.system, o.edition, c.code, c.title, coalesce(c.title_es, c.title), c.body_site, c.bone_stress,
         c.billable, null, c.synonyms, c.search
    from own_code c join own_edition o on o.clinic_id = c.clinic_id and o.id = c.edition_id;
grant select on listed_code to "${appRole}";

-- The codes that hold on a day, headers among them.
create function codes_on(day date) returns setof listed_code language sql stable as
  $$ select cast(null as bigint), d.system, d.edition, d.code, d.label_en, d.label_es, d.body_site, d.bone_stress,
            d.billable, d.offered_first, d.synonyms, d.search
       from diagnosis_code d join code_edition e on e.system = d.system and e.edition = d.edition
      where own_edition_on(day) is null
        and e.valid_from = (select max(x.valid_from) from code_edition x
                             where x.system = e.system and x.valid_from <= day)
      union all
     select o.id, o.system, o.edition, c.code, c.title, coalesce(c.title_es, c.title), c.body_site, c.bone_stress,
            c.billable, null, c.synonyms, c.search
       from own_edition o join own_code c on c.clinic_id = o.clinic_id and c.edition_id = o.id
      where o.clinic_id = current_clinic() and o.id = own_edition_on(day) $$;

-- A code as it is compared: case and punctuation make no other one.
create function plain_code(code text) returns text language sql immutable as
  $$ select upper(regexp_replace(code, '[^[:alnum:]]', '', 'g')) $$;

-- The class that forbids impact is never taken from a code again: not by an edition of another year or country, and not
-- in two steps over one that leaves the code out.
create function codes_forbidding_impact() returns setof text language sql stable as
  $$ select plain_code(d.code) from diagnosis_code d where d.bone_stress
      union
     select plain_code(c.code) from own_code c
       join own_edition o on o.clinic_id = c.clinic_id and o.id = c.edition_id
      where o.clinic_id = current_clinic() and o.state = 'ACTIVE' and c.bone_stress $$;
grant execute on function code_words(text), code_names(text), own_edition_on(date), codes_on(date), plain_code(text),
  codes_forbidding_impact() to "${appRole}";

-- A diagnosis names a shipped edition, or one of its clinic.
alter table diagnosis
  add column own_edition_id bigint,
  add column shipped_edition text generated always as (case when own_edition_id is null then code_edition end) stored,
  drop constraint diagnosis_code_system_code_code_edition_fkey,
  add constraint diagnosis_shipped_code foreign key (code_system, code, shipped_edition)
    references diagnosis_code (system, code, edition),
  add constraint diagnosis_own_code foreign key (clinic_id, own_edition_id, code)
    references own_code (clinic_id, edition_id, code);

-- As before, and now: the code is of the edition in force on the day of the signature, and can be chosen in it.
create or replace function keep_diagnosis_professional() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  broken text[];
  former text := switch_clinic(new.clinic_id::text);
begin
  broken := array(
    select rule.name
      from clinic
      left join licence on licence.clinic_id = new.clinic_id and licence.id = new.licence_id
      left join lateral (
        select true as in_force, c.billable, c.bone_stress from codes_on(new.recorded_on) c
         where (c.system, c.edition, c.code) = (new.code_system, new.code_edition, new.code)
           and c.own_edition_id is not distinct from new.own_edition_id) chosen on true
      cross join lateral (values
        ('diagnosis_day_of_clinic', new.recorded_on = day_in(clinic.time_zone, new.recorded_at)),
        ('diagnosis_licence_is_signers', licence.practitioner_id = new.recorded_by),
        ('diagnosis_signer_licensed', stood_on(licence, new.recorded_on)),
        ('diagnosis_signer_may_diagnose', may_diagnose(licence.profession)),
        ('diagnosis_code_in_force', chosen.in_force),
        ('diagnosis_code_billable', chosen.in_force is null or chosen.billable),
        ('diagnosis_bone_stress_of_code', new.bone_stress or chosen.in_force is null or not chosen.bone_stress),
        ('diagnosis_revises_same_episode', new.revises_id is null or exists (
          select from diagnosis d
           where d.clinic_id = new.clinic_id and d.id = new.revises_id and d.episode_id = new.episode_id))
      ) rule (name, holds)
     where clinic.id = new.clinic_id and rule.holds is not true);
  if cardinality(broken) > 0 then
    perform refuse('PG002', broken[1], 'the diagnosis cannot be recorded', array_to_string(broken, ','));
  end if;
  perform switch_clinic(former);
  return null;
end $$;

-- What only an administrator does is done by one who acts.
create function keep_administrator_acting() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  actor bigint := (to_jsonb(new) ->> tg_argv[0])::bigint;
  former text := switch_clinic(new.clinic_id::text);
begin
  if not exists (select from clinic where id = new.clinic_id and demonstration)
     and (actor is distinct from current_practitioner() or not holds_role(new.clinic_id, actor, array['ADMIN'])) then
    perform refuse('PG002', tg_argv[1], 'an administrator does this, and under their own name');
  end if;
  perform switch_clinic(former);
  return new;
end $$;

-- An edition never reaches back: it begins after the day on which somebody says so, and from that day it stays.
create function keep_edition_ahead() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  former text := switch_clinic(new.clinic_id::text);
  said date := (select day_in(c.time_zone, coalesce(new.withdrawn_at, new.activated_at))
                  from clinic c where c.id = new.clinic_id);
  holds boolean;
begin
  holds := case
    when tg_op = 'INSERT' then new.state = 'DRAFT'
    when old.state = 'DRAFT' and new.state = 'ACTIVE' then new.valid_from > said
    when old.state = 'DRAFT' and new.state = 'WITHDRAWN' then true
    when old.state = 'ACTIVE' and new.state = 'WITHDRAWN'
      then old.valid_from > said and new.valid_from = old.valid_from
    else false
  end;
  if holds is not true then
    perform refuse('PG002', 'edition_ahead', 'an edition begins after today and is never changed');
  end if;
  -- Of the others only those matter that have not begun: they were looked at when they were given their day.
  if new.state = 'ACTIVE' and exists (
    select from own_code c join own_edition o on o.clinic_id = c.clinic_id and o.id = c.edition_id
     where o.clinic_id = new.clinic_id and o.state = 'ACTIVE' and o.valid_from > said and not c.bone_stress
       and plain_code(c.code) in (select codes_forbidding_impact())) then
    perform refuse('PG002', 'edition_keeps_classes', 'a code that forbids impact goes on forbidding it');
  end if;
  perform switch_clinic(former);
  return new;
end $$;
create trigger keep_edition_ahead after insert or update on own_edition
  for each row execute function keep_edition_ahead();
create trigger edition_loaded_by_administrator after insert on own_edition
  for each row execute function keep_administrator_acting('loaded_by', 'edition_loaded_by_administrator');
create trigger edition_activated_by_administrator after update on own_edition
  for each row when (new.activated_by is distinct from old.activated_by)
  execute function keep_administrator_acting('activated_by', 'edition_activated_by_administrator');
create trigger edition_withdrawn_by_administrator after update on own_edition
  for each row when (new.withdrawn_by is distinct from old.withdrawn_by)
  execute function keep_administrator_acting('withdrawn_by', 'edition_withdrawn_by_administrator');
create constraint trigger edition_loaded_at_its_time after insert on own_edition
  deferrable initially deferred for each row
  execute function keep_true_time('loaded_at', 'edition_loaded_at_its_time');
create constraint trigger edition_activated_at_its_time after update on own_edition
  deferrable initially deferred for each row when (new.state = 'ACTIVE')
  execute function keep_true_time('activated_at', 'edition_activated_at_its_time');
create constraint trigger edition_withdrawn_at_its_time after update on own_edition
  deferrable initially deferred for each row when (new.state = 'WITHDRAWN')
  execute function keep_true_time('withdrawn_at', 'edition_withdrawn_at_its_time');

-- Codes are added with their edition, and to none that holds or will.
create function keep_codes_of_draft() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, public, pg_temp as $$
declare
  clinic bigint;
  former text := coalesce(current_setting('pacegate.clinic', true), '');
begin
  for clinic in select distinct a.clinic_id from added a loop
    perform switch_clinic(clinic::text);
    if exists (select from added a join own_edition o on o.clinic_id = a.clinic_id and o.id = a.edition_id
                where a.clinic_id = clinic and o.state <> 'DRAFT') then
      perform refuse('PG002', 'edition_complete', 'a code cannot be added to an edition that holds');
    end if;
  end loop;
  perform switch_clinic(former);
  return null;
end $$;
create trigger keep_codes_of_draft after insert on own_code
  referencing new table as added for each statement execute function keep_codes_of_draft();

call isolate_clinics();
