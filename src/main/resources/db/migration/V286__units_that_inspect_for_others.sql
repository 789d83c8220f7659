-- Each time that another unit took an inspection over after the pairs were approved; the pair itself stands in pairs.
create table pair_replacements (
    cycle          varchar(20)  not null references cycles,
    inspected      varchar(100) not null,
    number         integer      not null,
    old_inspecting varchar(100) not null,
    inspecting     varchar(100) not null,
    reason         text         not null,
    replaced_at    timestamp with time zone not null,
    replaced_by    varchar(64)  not null,
    primary key (cycle, inspected, number)
);
