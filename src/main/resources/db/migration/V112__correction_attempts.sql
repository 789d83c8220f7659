-- A verification that came to nothing: the report stays handed in, the finding open, and somebody tries again.
create table correction_attempts (
    finding      varchar(36) not null,
    number       integer     not null,
    attempt      integer     not null,
    reason       text        not null,
    attempted_at timestamp with time zone not null,
    attempted_by varchar(64),
    primary key (finding, number, attempt),
    foreign key (finding, number) references correction_reports (finding, number)
);
