-- Which blocs a working group looks after, as they were proposed when the team was set up; of none: all of them.
create table team_group_blocs (
    cycle      varchar(20)  not null,
    team_group integer      not null,
    bloc       varchar(40)  not null,
    name       varchar(200) not null,
    position   integer      not null,
    primary key (cycle, team_group, bloc),
    foreign key (cycle, team_group) references team_groups (cycle, position)
);
