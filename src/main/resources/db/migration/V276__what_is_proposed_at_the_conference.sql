-- What a speaker wants changed is filed as an opinion on the report is: under its section, by its kind, with its reason.
alter table conference_speeches add column section varchar(10) default '' not null;
alter table conference_speeches add column kind varchar(20) default '' not null;
alter table conference_speeches add column reason text default '' not null;
