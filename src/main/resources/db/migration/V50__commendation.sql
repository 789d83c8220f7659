create table nominations (
    id           varchar(40) primary key,
    -- Null where a person nominated outside a cycle.
    cycle        varchar(20) references cycles,
    unit         varchar(100) not null,
    subject_type varchar(20) not null,
    name         text not null,
    birth_year   integer,
    address      text not null,
    award_form   varchar(40) not null,
    achievement  text not null,
    period_from  date not null,
    period_to    date not null,
    deed_date    date,
    press_link   text,
    consent_on   date,
    proposed_by  varchar(64) not null,
    proposed_at  timestamp with time zone not null
);

create index nominations_of_a_cycle on nominations (cycle);
create index nominations_of_a_unit on nominations (unit);

create table nomination_confirmations (
    nomination   varchar(40) primary key references nominations,
    members      integer not null,
    present      integer not null,
    in_favour    integer not null,
    confirmed    boolean not null,
    reason       text,
    confirmed_by varchar(64) not null,
    confirmed_at timestamp with time zone not null
);

create table nomination_consolidations (
    nomination      varchar(40) primary key references nominations,
    taken_up        boolean not null,
    reason          text,
    consolidated_by varchar(64) not null,
    consolidated_at timestamp with time zone not null
);

-- Every appraisal is kept: a nomination may be held or supplemented and appraised again.
create table nomination_appraisals (
    nomination                  varchar(40) not null references nominations,
    round                       integer not null,
    under_discipline            boolean not null,
    under_investigation         boolean not null,
    complaint_being_verified    boolean not null,
    press_report_being_verified boolean not null,
    same_achievement_awarded    boolean not null,
    civil_servant               boolean not null,
    last_year_rating            varchar(20),
    grade                       varchar(20),
    rank_in_bloc                integer,
    outcome                     varchar(20) not null,
    reason                      text not null,
    -- The form that may be awarded: lower than the proposed one where the rules say so.
    award_form                  varchar(40) not null,
    remark                      text,
    appraised_by                varchar(64) not null,
    appraised_at                timestamp with time zone not null,
    primary key (nomination, round)
);

create table nomination_notes (
    nomination varchar(40) not null references nominations,
    position   integer not null,
    text       text not null,
    written_by varchar(64) not null,
    written_at timestamp with time zone not null,
    primary key (nomination, position)
);

-- Who may vote and who has. Without a time, and apart from the votes: nothing leads from a member to a vote.
create table nomination_voters (
    nomination        varchar(40) not null references nominations,
    member            varchar(64) not null,
    voted             boolean not null,
    -- Staying away for a conflict of interest is declared openly.
    abstention_reason text,
    primary key (nomination, member)
);

create table nomination_tallies (
    nomination varchar(40) not null references nominations,
    choice     varchar(20) not null,
    votes      integer not null,
    primary key (nomination, choice)
);

-- Nameless, under a random id, so that their order says nothing either.
create table nomination_objections (
    id         varchar(40) primary key,
    nomination varchar(40) not null references nominations,
    reason     text not null
);

create table nomination_vote_results (
    nomination       varchar(40) primary key references nominations,
    members          integer not null,
    voted            integer not null,
    in_favour        integer not null,
    required_percent integer not null,
    passed           boolean not null,
    reason           text not null,
    counted_at       timestamp with time zone not null
);

create table award_decisions (
    nomination      varchar(40) primary key references nominations,
    signed          boolean not null,
    reason          text,
    document_number integer,
    document_symbol text,
    issued_on       date,
    decided_by      varchar(64) not null,
    decided_at      timestamp with time zone not null
);

create table award_publications (
    nomination      varchar(40) primary key references nominations,
    awarded_on      date not null,
    place           text not null,
    article         text not null,
    article_link    text,
    channels        text not null,
    photo_published boolean not null,
    published_by    varchar(64) not null,
    published_at    timestamp with time zone not null
);

insert into default_deadlines (step, title, working_days) values
    ('commendation.confirm-by-unit', 'Hội đồng đơn vị xác nhận đề nghị khen thưởng', 5),
    ('commendation.consolidate', 'Tổng hợp hồ sơ khen thưởng', 5),
    ('commendation.appraise', 'Thẩm định hồ sơ khen thưởng', 10),
    ('commendation.recheck', 'Rà soát hồ sơ đang tạm giữ', 22),
    ('commendation.supplement', 'Bổ sung hồ sơ khen thưởng', 5),
    ('commendation.vote', 'Bỏ phiếu của Hội đồng', 5),
    ('commendation.decide', 'Quyết định khen thưởng', 5),
    ('commendation.publish', 'Trao thưởng, lan tỏa', 10);
