-- What somebody has typed into a form and not handed in yet: one per open task, gone when the task is.
create table form_drafts (
    task     varchar(64) primary key,
    content  text        not null,
    saved_at timestamp with time zone not null,
    saved_by varchar(64) not null
);
