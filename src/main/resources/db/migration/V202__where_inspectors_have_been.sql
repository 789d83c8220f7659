-- The rooms that inspectors looked at, one a line with their remark, and by GPS where the visit began: degrees, metres, and
-- why it is no more exact.
alter table inspections add column rooms text;
alter table inspections add column visit_position varchar(40);
alter table inspections add column visit_accuracy integer;
alter table inspections add column visit_position_reason text;
