-- An adjusted grade holds only when the head of team confirms it; what was graded before that rule stands.
alter table appraisals add column adjustment_confirmed boolean;
alter table appraisals add column adjustment_decision_reason text;
alter table appraisals add column adjustment_decided_by varchar(64);
alter table appraisals add column adjustment_decided_at timestamp with time zone;

update appraisals set adjustment_confirmed = true where adjusted_grade is not null;

-- Two people who were not involved look at an appeal, each for themselves.
create table appeal_proposals (
    cycle          varchar(20)  not null,
    unit           varchar(100) not null,
    criterion      varchar(20)  not null,
    reviewer       varchar(64)  not null,
    proposed_score numeric(6, 2) not null,
    reason         text         not null,
    proposed_at    timestamp with time zone not null,
    primary key (cycle, unit, criterion, reviewer),
    foreign key (cycle, unit, criterion) references appeal_criteria (cycle, unit, criterion)
);

insert into appeal_proposals (cycle, unit, criterion, reviewer, proposed_score, reason, proposed_at)
select c.cycle, c.unit, c.criterion, a.reviewed_by, c.proposed_score, coalesce(c.reason, ''), a.reviewed_at
from appeal_criteria c
     join appeals a on a.cycle = c.cycle and a.unit = c.unit
where a.reviewed_by is not null and c.proposed_score is not null;

alter table appeal_criteria drop column proposed_score;
alter table appeal_criteria drop column reason;
alter table appeals drop column reviewed_by;
alter table appeals drop column reviewed_at;

insert into default_deadlines (step, title, working_days) values
    ('evaluation.confirm-adjustments', 'Xác nhận điều chỉnh xếp loại', 3);
