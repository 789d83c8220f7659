-- The one supplement has a last day; when it passes, the secretary decides on what the head of the unit approved.
alter table self_assessments add column supplement_closed_at timestamp with time zone;

-- What the secretary said to each criterion left out, where more points were left out than pass by themselves.
create table self_assessment_na_decisions (
    cycle      varchar(20)  not null,
    unit       varchar(100) not null,
    criterion  varchar(20)  not null,
    accepted   boolean      not null,
    decided_at timestamp with time zone not null,
    decided_by varchar(64),
    primary key (cycle, unit, criterion),
    foreign key (cycle, unit, criterion) references scorecard_rows (cycle, unit, criterion)
);
