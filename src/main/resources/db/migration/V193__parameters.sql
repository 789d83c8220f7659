-- Proposals that the City may change. A cycle keeps what they were when it was configured.
create table parameters (
    code       varchar(40) primary key,
    amount     numeric(7, 2) not null,
    changed_at timestamp with time zone,
    changed_by varchar(64),
    reason     varchar(500)
);

insert into parameters (code, amount) values
    ('bonus.highest', 3),
    ('penalty.highest', 10),
    ('late.per-day', 0.5),
    ('late.highest', 3),
    ('duty-refused', 3),
    ('evidence-untrue', 3),
    ('excellent-quota', 20),
    ('pairing.far-kilometres', 30),
    ('pairing.far', 3),
    ('pairing.same-district', 2),
    ('pairing.different-size', 1),
    ('pairing.leader-came-from', 5);

create table cycle_parameters (
    cycle varchar(20) not null references cycles,
    code  varchar(40) not null,
    amount numeric(7, 2) not null,
    primary key (cycle, code)
);
