-- The figures that a section of the report rests on, as they were when it was drafted; nobody types them.
alter table report_sections add column facts text default '' not null;

-- What is to become of the words that a remark quotes, and why.
alter table report_remarks add column kind varchar(20) default 'change' not null;
alter table report_remarks add column reason text default '' not null;

alter table conferences add column programme text default '' not null;

-- What a speaker wants changed, and what the conference says to it.
alter table conference_speeches add column proposal text default '' not null;
alter table conference_speeches add column answer text default '' not null;
