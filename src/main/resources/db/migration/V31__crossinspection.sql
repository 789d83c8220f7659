-- Each time a bloc was paired. The rules that were relaxed, because no pairing kept them all, are part of the answer.
create table pairings (
    cycle               varchar(20) not null references cycles,
    bloc                varchar(40) not null,
    round               integer     not null,
    seed                bigint      not null,
    cost                integer     not null,
    -- Vietnamese sentences, one a line; empty where there is nothing to say.
    warnings            text        not null,
    infeasible          text        not null,
    previous_relaxed    boolean     not null,
    conflicts_relaxed   boolean     not null,
    drawn_at            timestamp with time zone not null,
    returned_at         timestamp with time zone,
    returned_by         varchar(64),
    return_reason       text,
    approved_at         timestamp with time zone,
    approved_by         varchar(64),
    relaxation_reason   text,
    primary key (cycle, bloc, round)
);

-- As they stand: those drawn until the head of team approves, then those approved.
create table pairs (
    cycle      varchar(20)  not null,
    bloc       varchar(40)  not null,
    round      integer      not null,
    inspected  varchar(100) not null,
    inspecting varchar(100) not null,
    position   integer      not null,
    primary key (cycle, bloc, round, inspected),
    foreign key (cycle, bloc, round) references pairings (cycle, bloc, round),
    constraint pairs_never_itself check (inspected <> inspecting)
);

create table pair_swaps (
    cycle           varchar(20)  not null,
    bloc            varchar(40)  not null,
    round           integer      not null,
    inspected       varchar(100) not null,
    drawn_inspecting varchar(100) not null,
    inspecting      varchar(100) not null,
    reason          text         not null,
    primary key (cycle, bloc, round, inspected),
    foreign key (cycle, bloc, round, inspected) references pairs (cycle, bloc, round, inspected)
);

-- One per inspected unit; each step fills its own columns.
create table inspections (
    cycle              varchar(20)  not null references cycles,
    unit               varchar(100) not null,
    inspecting         varchar(100) not null,
    planned_at         timestamp    not null,
    place              text         not null,
    announced          boolean      not null,
    documents          text         not null,
    scheduled_at       timestamp with time zone not null,
    scheduled_by       varchar(64),
    -- The last day on which the inspecting unit is in time with its sheet.
    due_on             date         not null,
    visit_started_at   timestamp,
    visit_ended_at     timestamp,
    opinion_on_the_spot text,
    cross_submitted_at timestamp with time zone,
    cross_submitted_by varchar(64),
    late_days          integer default 0 not null,
    minutes_at         timestamp with time zone,
    minutes_by         varchar(64),
    team_side          text,
    unit_side          text,
    minutes_content    text,
    recommendations    text,
    unit_opinion       text,
    refused_to_sign    boolean,
    refusal_reason     text,
    first_witness      text,
    second_witness     text,
    explained_at       timestamp with time zone,
    explained_by       varchar(64),
    explanation_closed_at timestamp with time zone,
    answered_at        timestamp with time zone,
    answered_by        varchar(64),
    settled_at         timestamp with time zone,
    settled_by         varchar(64),
    finished_at        timestamp with time zone,
    primary key (cycle, unit)
);

create table inspection_participants (
    cycle  varchar(20)  not null,
    unit   varchar(100) not null,
    person varchar(64)  not null,
    primary key (cycle, unit, person),
    foreign key (cycle, unit) references inspections (cycle, unit)
);

-- What was found on the visit; it becomes a finding to correct when the minutes are written.
create table visit_findings (
    cycle       varchar(20)  not null,
    unit        varchar(100) not null,
    position    integer      not null,
    type        varchar(100) not null,
    severity    varchar(40)  not null,
    place       text         not null,
    description text         not null,
    criterion   varchar(20),
    primary key (cycle, unit, position),
    foreign key (cycle, unit) references inspections (cycle, unit)
);

-- The scores of the answer and of the settlement, beside the unit's explanation in scorecard_rows.
create table disputed_scores (
    cycle          varchar(20)  not null,
    unit           varchar(100) not null,
    criterion      varchar(20)  not null,
    -- So far apart that the head of team decides, whatever the answer is.
    to_head        boolean      not null,
    answered       boolean default false not null,
    -- Null where the criterion does not apply.
    answered_score numeric(6, 2),
    settled_score  numeric(6, 2),
    settled_reason text,
    primary key (cycle, unit, criterion),
    foreign key (cycle, unit, criterion) references scorecard_rows (cycle, unit, criterion)
);

insert into default_deadlines (step, title, working_days) values
    ('bloc-inspection.approve-pairs', 'Duyệt phân công kiểm tra chéo', 3),
    ('cross-inspection.schedule', 'Lập lịch, gửi thông báo', 5),
    ('cross-inspection.inspect', 'Kiểm tra tại đơn vị', 7),
    ('cross-inspection.write-minutes', 'Lập biên bản kiểm tra', 2),
    ('cross-inspection.explain', 'Giải trình', 5),
    ('cross-inspection.answer', 'Xem xét giải trình', 5),
    ('cross-inspection.settle', 'Trưởng đoàn quyết định điểm còn tranh chấp', 5);
