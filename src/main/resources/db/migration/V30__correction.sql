-- What was found wanting at a unit. The deadline and how it is proved and checked again are those of the decision table
-- on the day the finding was recorded, so that a later change of the table does not move them.
create table findings (
    id             varchar(36)  primary key,
    cycle          varchar(20)  not null references cycles,
    unit           varchar(100) not null,
    -- Counts within the unit and the cycle: what people call the finding.
    number         integer      not null,
    type           varchar(40)  not null,
    severity       varchar(20)  not null,
    place          text         not null,
    description    text         not null,
    criterion      varchar(20),
    -- The same type was found at the unit in the cycle before.
    repeated       boolean      not null,
    working_days   integer      not null,
    photo_before   boolean      not null,
    photo_after    boolean      not null,
    recheck_on     varchar(20)  not null,
    recheck_percent integer     not null,
    -- The last day for the report that is awaited; a reopening moves it.
    due_on         date         not null,
    found_at       timestamp with time zone not null,
    found_by       varchar(64),
    responsible    text,
    photo          text,
    assigned_at    timestamp with time zone,
    assigned_by    varchar(64),
    reopened       integer default 0 not null,
    closed_at      timestamp with time zone,
    closed_by      varchar(64),
    constraint findings_number unique (cycle, unit, number),
    constraint findings_severity check (severity in ('MINOR', 'MAJOR', 'CRITICAL')),
    constraint findings_recheck_on check (recheck_on in ('SITE', 'FILE'))
);

-- What the unit did about it, and whether that was enough. The report that is awaited has the number reopened + 1.
create table correction_reports (
    finding          varchar(36) not null references findings,
    number           integer     not null,
    measure          text        not null,
    completed_on     date        not null,
    cause            varchar(20) not null,
    cost             numeric(15, 0),
    photo            text,
    -- A wish for more time, which nobody has granted yet.
    extension_until  date,
    extension_reason text,
    reported_at      timestamp with time zone not null,
    reported_by      varchar(64),
    accepted         boolean,
    verdict_reason   text,
    verified_at      timestamp with time zone,
    verified_by      varchar(64),
    primary key (finding, number)
);

insert into default_deadlines (step, title, working_days) values
    ('correction.assign-correction', 'Giao khắc phục tồn tại', 1),
    ('correction.report-correction', 'Báo cáo khắc phục (khi bảng thời hạn không quy định)', 10),
    ('correction.verify-correction', 'Xác minh khắc phục', 5);
