-- A unit may have another name by the time its task is given to it.
alter table conference_tasks add column unit_code varchar(64);

update conference_tasks
set unit_code = (select max(u.code) from units u where u.name = conference_tasks.unit);
