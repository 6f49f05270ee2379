-- Codes that are offered before anything is typed: the usual ones of the lead case. Nothing is ever chosen for anybody.
alter table diagnosis_code add column offered_first integer;

update diagnosis_code d set offered_first = list.place
  from (values ('M54.59', 1), ('M54.50', 2), ('S39.012A', 3), ('M54.51', 4), ('M54.16', 5), ('M54.17', 6),
               ('M54.41', 7), ('M54.42', 8), ('M48.46XA', 9), ('M43.06', 10)) as list (code, place)
 where d.code = list.code;
