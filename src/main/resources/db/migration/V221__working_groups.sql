-- The working groups of an inspection team. Its observers are seats like the others, of the role OBSERVER.
create table team_groups (
    cycle    varchar(20)  not null references teams,
    position integer      not null,
    name     varchar(200) not null,
    head     varchar(64)  not null,
    -- The blocs or the field that the group looks after; may be empty.
    scope    varchar(200) not null,
    primary key (cycle, position)
);

create table team_group_members (
    cycle      varchar(20) not null,
    team_group integer     not null,
    person     varchar(64) not null,
    position   integer     not null,
    primary key (cycle, team_group, person),
    foreign key (cycle, team_group) references team_groups (cycle, position)
);
