-- One per unit in a cycle, from the day the unit is called in.
create table self_assessments (
    cycle             varchar(20)  not null references cycles,
    unit              varchar(100) not null,
    acknowledged_at   timestamp with time zone,
    acknowledged_by   varchar(64),
    contact_name      text,
    contact_position  text,
    contact_phone     varchar(10),
    contact_email     text,
    head_in_charge    varchar(64),
    staff_count       integer,
    conflict_reason   text,
    -- The last day on which the unit is in time; set once, a return by its head does not move it.
    due_on            date,
    scored_at         timestamp with time zone,
    scored_by         varchar(64),
    approved_at       timestamp with time zone,
    approved_by       varchar(64),
    -- Working days between the due day and the head's approval.
    late_days         integer default 0 not null,
    supplemented_at   timestamp with time zone,
    completed_at      timestamp with time zone,
    completed_by      varchar(64),
    na_approved_by    varchar(64),
    closed_without_submission_at timestamp with time zone,
    primary key (cycle, unit)
);

create table self_assessment_inspectors (
    cycle  varchar(20)  not null,
    unit   varchar(100) not null,
    person varchar(64)  not null,
    primary key (cycle, unit, person),
    foreign key (cycle, unit) references self_assessments (cycle, unit)
);

-- A unit that this one asks neither to inspect nor to be inspected by.
create table self_assessment_conflicts (
    cycle      varchar(20)  not null,
    unit       varchar(100) not null,
    other_unit varchar(100) not null,
    primary key (cycle, unit, other_unit),
    foreign key (cycle, unit) references self_assessments (cycle, unit)
);

-- Each time a scorecard went back to its coordinator: from the unit's head (return) or from the secretary (supplement).
create table self_assessment_returns (
    cycle       varchar(20)  not null,
    unit        varchar(100) not null,
    number      integer      not null,
    kind        varchar(20)  not null,
    reason      text         not null,
    returned_at timestamp with time zone not null,
    returned_by varchar(64),
    primary key (cycle, unit, number),
    foreign key (cycle, unit) references self_assessments (cycle, unit),
    constraint self_assessment_returns_kind check (kind in ('return', 'supplement'))
);

create table self_assessment_missing (
    cycle     varchar(20)  not null,
    unit      varchar(100) not null,
    position  integer      not null,
    criterion varchar(20)  not null,
    what      text         not null,
    primary key (cycle, unit, position),
    foreign key (cycle, unit) references self_assessments (cycle, unit)
);

insert into default_deadlines (step, title, working_days) values
    ('self-assessment.acknowledge', 'Xác nhận tiếp nhận', 3),
    ('self-assessment.score-criteria', 'Tự đánh giá', 20),
    ('self-assessment.approve', 'Lãnh đạo đơn vị phê duyệt', 5),
    ('self-assessment.check-completeness', 'Kiểm tra tính đầy đủ', 5),
    ('self-assessment.supplement', 'Bổ sung hồ sơ tự đánh giá', 5);
