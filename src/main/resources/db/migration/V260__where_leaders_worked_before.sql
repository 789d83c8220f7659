-- Units of its bloc in which the leadership of a unit worked before, as it said when it took up the cycle.
create table self_assessment_former_units (
    cycle      varchar(20)  not null,
    unit       varchar(100) not null,
    other_unit varchar(100) not null,
    primary key (cycle, unit, other_unit),
    foreign key (cycle, unit) references self_assessments (cycle, unit)
);
