-- For what a unit gets points more or less; an appraisal that is made again takes its causes with it.
create table appraisal_items (
    cycle    varchar(20)  not null,
    unit     varchar(100) not null,
    position integer      not null,
    cause    varchar(24)  not null,
    times    integer      not null,
    reason   text         not null,
    evidence text         not null,
    primary key (cycle, unit, position),
    foreign key (cycle, unit) references appraisals (cycle, unit) on delete cascade,
    constraint appraisal_item_cause
        check (cause in ('AWARDED', 'REPLICATED', 'FIRST_PRIZE', 'LATE', 'NOT_SUBMITTED', 'EVIDENCE_UNTRUE',
            'DUTY_REFUSED', 'COMPLAINT_UNANSWERED')),
    constraint appraisal_item_times check (times >= 1)
);

insert into parameters (code, amount) values
    ('bonus.each', 1),
    ('complaint-unanswered', 1);
