-- Every mail is sorted before it is sent: at once, or gathered with others into one mail of the person's.
alter table outbox add column sorting varchar(10) default 'NEW' not null;
alter table outbox add column sorted_at timestamp with time zone;
-- The mail that carries this one.
alter table outbox add column gathered_in bigint;

update outbox set sorting = 'NOW', sorted_at = created_at;

alter table outbox add constraint outbox_sorting check (sorting in ('NEW', 'NOW', 'HOURLY', 'DAILY'));

create index outbox_to_sort on outbox (sorting, state, id);
create index outbox_of_person on outbox (recipient_person, sorted_at);
create index outbox_gathered on outbox (gathered_in);

-- One sorter at a time, on however many nodes: whoever has locked the row.
create table mail_sorting (
    turn integer primary key
);

insert into mail_sorting (turn) values (1);

-- What a person chose for a kind of mail; without a row the kind's own way holds.
create table mail_choices (
    person varchar(64) not null,
    kind   varchar(20) not null,
    way    varchar(20) not null,
    primary key (person, kind)
);
