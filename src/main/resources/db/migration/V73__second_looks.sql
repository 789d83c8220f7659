-- A correction that does not last by its nature, such as a board, is looked at again some days after it was closed. How many
-- is laid down by the decision table on the day the finding was recorded, as its deadline is; 0 where nobody looks again.
alter table findings add column second_look_days integer default 0 not null;

-- The first day of the second look at what this report told of; empty where there is none.
alter table correction_reports add column second_look_on date;
-- When it became somebody's task: nobody is asked twice.
alter table correction_reports add column second_look_begun_at timestamp with time zone;
alter table correction_reports add column looked_again_at timestamp with time zone;
alter table correction_reports add column looked_again_by varchar(64);
alter table correction_reports add column lasted boolean;
-- Why it has not lasted.
alter table correction_reports add column lapse_reason text;
create index correction_reports_second_look on correction_reports (second_look_on);

insert into default_deadlines (step, title, working_days) values
    ('correction.look-again', 'Xem lại kết quả khắc phục', 5);

insert into escalation_rules (step, working_days, target) values
    ('correction.look-again', 5, 'HEAD_OF_TEAM');
