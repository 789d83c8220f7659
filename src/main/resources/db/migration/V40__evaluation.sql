-- What the appraisers add to the scores of a unit.
create table appraisals (
    cycle                varchar(20)  not null references cycles,
    unit                 varchar(100) not null,
    bonus                numeric(5, 2) not null,
    bonus_reason         text         not null,
    penalty              numeric(5, 2) not null,
    penalty_reason       text         not null,
    evidence_untrue      boolean      not null,
    harassment_concluded boolean      not null,
    inspection_obstructed boolean     not null,
    head_disciplined     boolean      not null,
    pledge_incomplete    boolean      not null,
    veto_note            text         not null,
    adjusted_grade       varchar(12),
    adjustment_reason    text         not null,
    appraised_by         varchar(64)  not null,
    appraised_at         timestamp with time zone not null,
    primary key (cycle, unit)
);

-- What the other stages knew about a unit when it was graded. An appeal changes scores, never these.
create table graded_facts (
    cycle                  varchar(20)  not null references cycles,
    unit                   varchar(100) not null,
    submitted_at           timestamp with time zone,
    working_days_late      integer      not null,
    open_findings          integer      not null,
    open_critical_findings integer      not null,
    repeated_findings      integer      not null,
    correction_unreported  boolean      not null,
    cross_inspection_done  boolean      not null,
    primary key (cycle, unit)
);

create table results (
    cycle          varchar(20)   not null references cycles,
    unit           varchar(100)  not null,
    bloc           varchar(40)   not null,
    self_score     numeric(5, 2),
    cross_score    numeric(5, 2),
    total_score    numeric(5, 2) not null,
    bonus          numeric(5, 2) not null,
    penalty        numeric(5, 2) not null,
    final_score    numeric(5, 2) not null,
    grade_by_score varchar(12)   not null,
    adjusted_grade varchar(12),
    grade          varchar(12)   not null,
    rank_in_bloc   integer       not null,
    primary key (cycle, unit)
);

create table result_caps (
    cycle    varchar(20)  not null,
    unit     varchar(100) not null,
    position integer      not null,
    code     varchar(10)  not null,
    highest  varchar(12)  not null,
    reason   text         not null,
    primary key (cycle, unit, position),
    foreign key (cycle, unit) references results (cycle, unit)
);

create table publications (
    cycle           varchar(20) primary key references cycles,
    document_number integer     not null,
    document_symbol varchar(100) not null,
    issued_on       date        not null,
    made_public     text        not null,
    published_by    varchar(64) not null,
    published_at    timestamp with time zone not null,
    -- When the last appeal was decided and nothing can change any more.
    concluded_at    timestamp with time zone
);

create table reports (
    cycle         varchar(20) not null references cycles,
    version       integer     not null,
    drafted_by    varchar(64) not null,
    drafted_at    timestamp with time zone not null,
    return_reason text,
    primary key (cycle, version)
);

create table report_sections (
    cycle   varchar(20) not null,
    version integer     not null,
    section varchar(10) not null,
    content text        not null,
    primary key (cycle, version, section),
    foreign key (cycle, version) references reports (cycle, version)
);

-- One row per member who is asked. Silence until the round closes is consent.
create table report_opinions (
    cycle    varchar(20) not null,
    version  integer     not null,
    person   varchar(64) not null,
    consents boolean     not null,
    silent   boolean     not null,
    given_at timestamp with time zone not null,
    primary key (cycle, version, person),
    foreign key (cycle, version) references reports (cycle, version)
);

create table report_remarks (
    cycle       varchar(20) not null,
    version     integer     not null,
    person      varchar(64) not null,
    position    integer     not null,
    section     varchar(10) not null,
    content     text        not null,
    proposal    text        not null,
    answer      varchar(20),
    answer_text text,
    answered_by varchar(64),
    answered_at timestamp with time zone,
    primary key (cycle, version, person, position),
    foreign key (cycle, version, person) references report_opinions (cycle, version, person)
);

create table conferences (
    cycle       varchar(20) not null,
    version     integer     not null,
    starts_at   timestamp with time zone not null,
    place       text        not null,
    chair       text        not null,
    called_by   varchar(64) not null,
    called_at   timestamp with time zone not null,
    minutes     text,
    conclusion  text,
    recorded_by varchar(64),
    recorded_at timestamp with time zone,
    primary key (cycle, version),
    foreign key (cycle, version) references reports (cycle, version)
);

create table conference_guests (
    cycle    varchar(20) not null,
    version  integer     not null,
    position integer     not null,
    name     text        not null,
    agency   text        not null,
    present  boolean     not null,
    primary key (cycle, version, position),
    foreign key (cycle, version) references conferences (cycle, version)
);

create table conference_speeches (
    cycle    varchar(20) not null,
    version  integer     not null,
    position integer     not null,
    speaker  text        not null,
    summary  text        not null,
    primary key (cycle, version, position),
    foreign key (cycle, version) references conferences (cycle, version)
);

create table conference_tasks (
    cycle    varchar(20) not null,
    version  integer     not null,
    position integer     not null,
    task     text        not null,
    unit     text        not null,
    due_on   date        not null,
    primary key (cycle, version, position),
    foreign key (cycle, version) references conferences (cycle, version)
);

create table result_acceptances (
    cycle       varchar(20)  not null references cycles,
    unit        varchar(100) not null,
    accepted_by varchar(64)  not null,
    accepted_at timestamp with time zone not null,
    primary key (cycle, unit)
);

create table appeals (
    cycle           varchar(20)  not null references cycles,
    unit            varchar(100) not null,
    reason          text         not null,
    filed_by        varchar(64)  not null,
    filed_at        timestamp with time zone not null,
    reviewed_by     varchar(64),
    reviewed_at     timestamp with time zone,
    approved        boolean,
    decision_reason text,
    decided_by      varchar(64),
    decided_at      timestamp with time zone,
    primary key (cycle, unit)
);

create table appeal_criteria (
    cycle          varchar(20)  not null,
    unit           varchar(100) not null,
    criterion      varchar(20)  not null,
    position       integer      not null,
    -- What was contested; the reviewer's proposal stands beside it.
    score          numeric(6, 2),
    proposed_score numeric(6, 2),
    reason         text,
    primary key (cycle, unit, criterion),
    foreign key (cycle, unit) references appeals (cycle, unit)
);

insert into default_deadlines (step, title, working_days) values
    ('evaluation.appraise', 'Thẩm định, xếp loại', 10),
    ('evaluation.draft-report', 'Soạn dự thảo báo cáo', 7),
    ('evaluation.give-opinion', 'Góp ý dự thảo báo cáo', 5),
    ('evaluation.answer-opinions', 'Tiếp thu, giải trình ý kiến', 5),
    ('evaluation.call-conference', 'Mời họp Hội nghị đánh giá', 3),
    ('evaluation.hold-conference', 'Hội nghị đánh giá, rút kinh nghiệm', 15),
    ('evaluation.publish', 'Công bố kết quả', 7),
    ('appeal.consider-result', 'Xem kết quả, đề nghị xem xét lại', 5),
    ('appeal.review-appeal', 'Thẩm tra đề nghị xem xét lại', 4),
    ('appeal.decide-appeal', 'Quyết định về đề nghị xem xét lại', 3);
