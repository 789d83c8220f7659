-- Files that prove something. A content is kept once, whoever brings it and however often.
create table stored_files (
    sha256     varchar(64) primary key,
    size       bigint      not null,
    media_type varchar(100) not null,
    stored_at  timestamp with time zone not null
);

-- The contents, where they are kept in the database: in pieces, so that no file is ever whole in memory.
create table stored_file_parts (
    sha256  varchar(64) not null,
    number  integer     not null,
    content bytea       not null,
    primary key (sha256, number)
);

-- One file that proves one thing; the same file may prove several.
create table evidence (
    id           varchar(36)  primary key,
    cycle        varchar(20)  not null references cycles,
    unit         varchar(100) not null,
    kind         varchar(20)  not null,
    -- What is proved: the code of a criterion, or the id of a finding.
    topic        varchar(40)  not null,
    file_name    varchar(255) not null,
    media_type   varchar(100) not null,
    size         bigint       not null,
    -- As it was brought, and the copy for the eyes of others: a photo without position, time and device.
    sha256       varchar(64)  not null references stored_files,
    shown_sha256 varchar(64)  not null references stored_files,
    number       text,
    issued_on    date,
    summary      text,
    page         text,
    taken_at     timestamp,
    latitude     numeric(9, 6),
    longitude    numeric(9, 6),
    added_at     timestamp with time zone not null,
    added_by     varchar(64)  not null,
    constraint evidence_kind check (kind in ('SELF_ASSESSMENT', 'VISIT', 'FINDING', 'CORRECTION'))
);
create index evidence_by_unit on evidence (cycle, unit, kind, topic);
create index evidence_by_file on evidence (sha256);
create index evidence_by_shown_file on evidence (shown_sha256);
