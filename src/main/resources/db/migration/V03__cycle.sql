create table cycles (
    code                    varchar(20) primary key,
    year_of_cycle           integer not null,
    name                    varchar(400) not null,
    checklist_version       integer,
    -- Share of a bloc's units that may be graded excellent, in percent; null where the quota is off.
    excellent_quota_percent integer,
    started_at              timestamp with time zone not null,
    started_by              varchar(64) not null,
    configured_at           timestamp with time zone,
    finished_at             timestamp with time zone,
    withdrawn_at            timestamp with time zone,
    withdrawn_by            varchar(64),
    withdrawal_reason       text
);

create table cycle_blocs (
    cycle    varchar(20) not null references cycles,
    bloc     varchar(40) not null,
    name     varchar(200) not null,
    position integer not null,
    primary key (cycle, bloc)
);

create table cycle_units (
    cycle    varchar(20) not null references cycles,
    unit     varchar(100) not null,
    bloc     varchar(40) not null,
    position integer not null,
    primary key (cycle, unit),
    foreign key (cycle, bloc) references cycle_blocs (cycle, bloc)
);

create table cycle_weights (
    cycle    varchar(20) not null references cycles,
    kind     varchar(40) not null,
    set_code varchar(20) not null,
    weight   numeric(4, 3) not null,
    primary key (cycle, kind, set_code)
);

-- A step is the id of its form; each stage adds its own steps in its own migration.
create table default_deadlines (
    step         varchar(100) primary key,
    title        varchar(200) not null,
    working_days integer not null
);

create table cycle_deadlines (
    cycle        varchar(20) not null references cycles,
    step         varchar(100) not null,
    working_days integer not null,
    primary key (cycle, step)
);
