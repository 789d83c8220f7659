-- Made anew, so that its rows follow when another id stands for the person who gave the opinion.
create table remarks_on_reports (
    cycle       varchar(20) not null,
    version     integer     not null,
    person      varchar(64) not null,
    position    integer     not null,
    section     varchar(10) not null,
    content     text        not null,
    proposal    text        not null,
    answer      varchar(20),
    answer_text text,
    answered_by varchar(64),
    answered_at timestamp with time zone,
    kind        varchar(20) default 'change' not null,
    reason      text default '' not null,
    primary key (cycle, version, person, position),
    constraint report_remarks_of_opinion foreign key (cycle, version, person)
        references report_opinions (cycle, version, person) on update cascade
);

insert into remarks_on_reports (cycle, version, person, position, section, content, proposal, answer, answer_text,
       answered_by, answered_at, kind, reason)
select cycle, version, person, position, section, content, proposal, answer, answer_text, answered_by, answered_at, kind,
       reason
from report_remarks;

drop table report_remarks;

alter table remarks_on_reports rename to report_remarks;
