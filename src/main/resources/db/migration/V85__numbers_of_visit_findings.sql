-- The number of a finding on the inspectors' sheet: its photos are filed under it, and it keeps it when another row goes.
alter table visit_findings add column number integer;
update visit_findings set number = position + 1;
alter table visit_findings alter column number set not null;
