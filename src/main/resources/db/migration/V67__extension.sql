-- A holder's wish for more time, once for a task, and what the head of team said to it.
create table extensions (
    id           varchar(36)              primary key,
    task         varchar(64)              not null constraint extensions_once unique,
    task_name    varchar(400)             not null,
    step         varchar(100)             not null,
    business_key varchar(255)             not null,
    requested_by varchar(64)              not null,
    requested_at timestamp with time zone not null,
    reason       text                     not null,
    old_due      timestamp with time zone not null,
    until_day    date                     not null,
    granted      boolean,
    answer       text,
    decided_by   varchar(64),
    decided_at   timestamp with time zone
);

create index extensions_subject on extensions (business_key);

insert into default_deadlines (step, title, working_days) values
    ('extension.decide-extension', 'Quyết định gia hạn', 2);
