-- What a conference decided, as the work of one unit: a decision for all units is a row for each of them. Begun when the
-- results are published; the words stand with the conference.
create table follow_ups (
    id       varchar(36)  primary key,
    cycle    varchar(20)  not null,
    version  integer      not null,
    -- The place among the conference's tasks, counted from 1: what people call it.
    number   integer      not null,
    unit     varchar(100) not null,
    -- The last day for the report that is awaited: the conference's day, until it is given back late or more time is granted.
    due_on   date         not null,
    given_at timestamp with time zone not null,
    constraint follow_ups_once unique (cycle, unit, number),
    foreign key (cycle, version) references conferences (cycle, version)
);

create table follow_up_reports (
    follow_up    varchar(36) not null references follow_ups,
    number       integer     not null,
    result       text        not null,
    completed_on date        not null,
    reported_by  varchar(64) not null,
    reported_at  timestamp with time zone not null,
    -- Null until the standing office has judged it.
    accepted     boolean,
    -- Why it was given back.
    reason       text,
    judged_by    varchar(64),
    judged_at    timestamp with time zone,
    primary key (follow_up, number)
);

insert into default_deadlines (step, title, working_days) values
    ('follow-up.report', 'Báo cáo nhiệm vụ sau Hội nghị (khi bị trả lại, hoặc hạn đã qua)', 10),
    ('follow-up.accept', 'Xác nhận kết quả nhiệm vụ sau Hội nghị', 5);

insert into escalation_rules (step, working_days, target) values
    ('follow-up.report', 1, 'UNIT_HEAD'),
    ('follow-up.report', 5, 'STANDING_OFFICE'),
    ('follow-up.accept', 5, 'DEPARTMENT_LEADERS');
