-- Units drawn by the seed of their bloc's pairing to be inspected a second time, by the team. Their scores stand in rows of
-- their own; what the appraisers make of a large difference is the resolution.
create table double_inspections (
    cycle         varchar(20)  not null references cycles,
    bloc          varchar(40)  not null,
    unit          varchar(100) not null,
    drawn_at      timestamp with time zone not null,
    inspected_on  date,
    handed_in_at  timestamp with time zone,
    handed_in_by  varchar(64),
    -- Whom a substitute did it for; null where it was for themselves.
    handed_in_for varchar(64),
    resolution    text,
    resolved_at   timestamp with time zone,
    resolved_by   varchar(64),
    primary key (cycle, unit)
);

create table double_scores (
    cycle          varchar(20)  not null,
    unit           varchar(100) not null,
    criterion      varchar(20)  not null,
    not_applicable boolean      not null,
    na_reason      text,
    score          numeric(6, 2),
    note           text,
    primary key (cycle, unit, criterion),
    foreign key (cycle, unit) references double_inspections (cycle, unit)
);

insert into parameters (code, amount) values
    ('double.share', 10),
    ('double.far-apart', 10);

insert into default_deadlines (step, title, working_days) values
    ('bloc-inspection.inspect-again', 'Kiểm tra kép', 15);

insert into escalation_rules (step, working_days, target) values
    ('bloc-inspection.inspect-again', 2, 'HEAD_OF_TEAM');
