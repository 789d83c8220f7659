-- What a unit has found itself and is going to do about it, and whom it thinks worth a commendation: a row is either.
create table self_assessment_reflections (
    cycle        varchar(20)  not null,
    unit         varchar(100) not null,
    position     integer      not null,
    finding_type varchar(40),
    description  text         not null,
    remedy       text,
    due_on       date,
    proposed     text,
    primary key (cycle, unit, position),
    foreign key (cycle, unit) references self_assessments (cycle, unit),
    constraint self_assessment_reflections_kind check ((finding_type is null) <> (proposed is null))
);
