-- Which working group of the team looks after the inspection of a pair; null where the team has no groups.
alter table pairs add column team_group integer;
alter table pairs add constraint pairs_team_group foreign key (cycle, team_group) references team_groups (cycle, position);

-- One of those on a visit may be there to watch it for the team: that person scores nothing.
alter table inspection_participants add column observer boolean default false not null;

-- Who is to come to a visit since a change of it, and who is not any more.
create table visit_change_people (
    cycle    varchar(20)  not null,
    unit     varchar(100) not null,
    number   integer      not null,
    person   varchar(64)  not null,
    observer boolean      not null,
    joined   boolean      not null,
    primary key (cycle, unit, number, person, observer, joined),
    foreign key (cycle, unit, number) references visit_changes (cycle, unit, number)
);
