create table plans (
    cycle             varchar(20) primary key references cycles,
    name              varchar(400) not null,
    summary           text not null,
    purpose           text not null,
    requirements      text not null,
    checklist_version integer not null,
    -- Counts the drafts: opinions and decisions belong to one of them.
    round             integer not null,
    drafted_at        timestamp with time zone not null,
    drafted_by        varchar(64) not null
);

create table plan_legal_bases (
    cycle     varchar(20) not null references plans,
    position  integer not null,
    kind      varchar(100) not null,
    number    varchar(200) not null,
    issued_on date not null,
    title     text not null,
    primary key (cycle, position)
);

create table plan_units (
    cycle    varchar(20) not null references plans,
    position integer not null,
    unit     varchar(100) not null,
    primary key (cycle, unit)
);

create table plan_themes (
    cycle    varchar(20) not null references plans,
    position integer not null,
    theme    varchar(32) not null,
    primary key (cycle, position)
);

create table plan_milestones (
    cycle     varchar(20) not null references plans,
    position  integer not null,
    title     varchar(400) not null,
    first_day date not null,
    last_day  date not null,
    primary key (cycle, position)
);

-- Who is asked about a draft, in this order: one member of the team for each row. The agency is a part of the name of
-- the agency that the member speaks for; null is any other member.
create table opinion_seats (
    position integer primary key,
    agency   varchar(200)
);

insert into opinion_seats (position, agency) values (1, 'Mặt trận Tổ quốc'), (2, 'Nội vụ'), (3, null);

create table plan_opinions (
    cycle    varchar(20) not null references plans,
    round    integer not null,
    seat     varchar(64) not null,
    given_by varchar(64) not null,
    agrees   boolean not null,
    text     text,
    given_at timestamp with time zone not null,
    primary key (cycle, round, seat)
);

create table plan_decisions (
    cycle      varchar(20) not null references plans,
    round      integer not null,
    decision   varchar(20) not null,
    reason     text,
    decided_by varchar(64) not null,
    decided_at timestamp with time zone not null,
    primary key (cycle, round)
);

create table directives (
    cycle           varchar(20) primary key references plans,
    document_number integer not null,
    document_symbol varchar(100) not null,
    issued_on       date not null,
    entered_by      varchar(64) not null,
    entered_at      timestamp with time zone not null
);

create table teams (
    cycle           varchar(20) primary key references cycles,
    duties          text not null,
    term_from       date not null,
    term_to         date not null,
    document_number integer not null,
    document_symbol varchar(100) not null,
    decided_on      date not null,
    set_up_by       varchar(64) not null,
    set_up_at       timestamp with time zone not null
);

create table team_members (
    cycle    varchar(20) not null references teams,
    person   varchar(64) not null,
    role     varchar(20) not null,
    position integer not null,
    agency   varchar(255),
    primary key (cycle, person)
);

insert into default_deadlines (step, title, working_days) values
    ('directive.draft-plan', 'Soạn kế hoạch kiểm tra', 10),
    ('directive.give-opinion', 'Cho ý kiến dự thảo kế hoạch', 5),
    ('directive.decide', 'Ký kế hoạch kiểm tra', 5),
    ('directive.enter-issue', 'Nhập số, ngày ban hành kế hoạch', 3),
    ('directive.set-up-team', 'Thành lập đoàn kiểm tra', 5),
    ('directive.configure-cycle', 'Cấu hình kỳ kiểm tra', 3),
    ('inspection-cycle.select-nominees', 'Chọn đơn vị đề nghị khen thưởng', 5);
