-- Of these steps people are reminded earlier, or once more, than of the others.
create table reminder_rules (
    step              varchar(100) not null,
    working_days_left integer      not null,
    primary key (step, working_days_left),
    constraint reminder_rules_days check (working_days_left > 0)
);

insert into reminder_rules (step, working_days_left) values
    ('self-assessment.score-criteria', 10),
    ('evaluation.appraise', 3),
    ('correction.assign-correction', 3),
    ('correction.report-correction', 3),
    ('correction.verify-correction', 3);
