-- Stands in every mail of the cycle, e.g. whom to call; empty where there is none.
alter table cycles add column mail_note varchar(1000) default '' not null;
