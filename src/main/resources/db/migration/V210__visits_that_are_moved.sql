-- Every change of a planned visit, with what it was before. Numbers count from 1 within a visit, as calendars do.
create table visit_changes (
    cycle       varchar(20)  not null,
    unit        varchar(100) not null,
    number      integer      not null,
    old_at      timestamp    not null,
    old_place   text         not null,
    new_at      timestamp    not null,
    new_place   text         not null,
    reason      text         not null,
    changed_at  timestamp with time zone not null,
    changed_by  varchar(64)  not null,
    -- Whom a substitute did it for; null where it was for themselves.
    changed_for varchar(64),
    primary key (cycle, unit, number),
    foreign key (cycle, unit) references inspections (cycle, unit)
);
