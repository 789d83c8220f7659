-- Whose account a guest's invitation goes to, where they have one. Names are nobody's identity.
alter table conference_guests add column person varchar(64);

-- Who was invited by mail, and what they said to it: nothing is said as long as attends is null. The minutes change the
-- guests and not these.
create table conference_invitations (
    cycle       varchar(20) not null,
    version     integer     not null,
    person      varchar(64) not null,
    attends     boolean,
    note        text        default '' not null,
    answered_at timestamp with time zone,
    primary key (cycle, version, person),
    foreign key (cycle, version) references conferences (cycle, version)
);
