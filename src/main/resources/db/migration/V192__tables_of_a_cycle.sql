-- Which version of a decision table a cycle is judged by. Where a cycle has none, by the newest.
create table cycle_tables (
    cycle    varchar(20) not null references cycles,
    decision varchar(64) not null,
    version  integer not null,
    primary key (cycle, decision),
    constraint cycle_tables_version check (version > 0)
);
