-- A unit says of each unit that it should not be paired with why.
alter table self_assessment_conflicts add column reason text default '' not null;

update self_assessment_conflicts
set reason = coalesce((select s.conflict_reason from self_assessments s
                       where s.cycle = self_assessment_conflicts.cycle and s.unit = self_assessment_conflicts.unit), '');

alter table self_assessments drop column conflict_reason;
