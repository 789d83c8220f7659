-- Whose affair it is, as the process knows it: the key of a process does not always say, and a task that one unit has
-- about another belongs into the file of the unit whose people have it. Empty where it is no cycle's, or not one unit's.
alter table escalations add column cycle varchar(255) default '' not null;
alter table escalations add column unit varchar(255) default '' not null;
create index escalations_affair on escalations (cycle, unit);

update escalations set cycle = substring(business_key from 1 for position('/' in (business_key || '/')) - 1)
where business_key not like 'khen-thuong/%';
update escalations set unit = substring(business_key from position('/' in business_key) + 1)
where business_key like '%/%'
      and exists (select 1 from units u where u.code = substring(business_key from position('/' in business_key) + 1));
update escalations set cycle = coalesce((select n.cycle from nominations n where 'khen-thuong/' || n.id = escalations.business_key), ''),
               unit = coalesce((select n.unit from nominations n where 'khen-thuong/' || n.id = escalations.business_key), '')
where business_key like 'khen-thuong/%';
update escalations set unit = coalesce((select i.inspecting from inspections i
                                where i.cycle = escalations.cycle and i.unit = escalations.unit), unit)
where step in ('cross-inspection.inspect', 'cross-inspection.answer');

alter table extensions add column cycle varchar(255) default '' not null;
alter table extensions add column unit varchar(255) default '' not null;
create index extensions_affair on extensions (cycle, unit);

update extensions set cycle = substring(business_key from 1 for position('/' in (business_key || '/')) - 1)
where business_key not like 'khen-thuong/%';
update extensions set unit = substring(business_key from position('/' in business_key) + 1)
where business_key like '%/%'
      and exists (select 1 from units u where u.code = substring(business_key from position('/' in business_key) + 1));
update extensions set cycle = coalesce((select n.cycle from nominations n where 'khen-thuong/' || n.id = extensions.business_key), ''),
               unit = coalesce((select n.unit from nominations n where 'khen-thuong/' || n.id = extensions.business_key), '')
where business_key like 'khen-thuong/%';
update extensions set unit = coalesce((select i.inspecting from inspections i
                                where i.cycle = extensions.cycle and i.unit = extensions.unit), unit)
where step in ('cross-inspection.inspect', 'cross-inspection.answer');

alter table delegated_acts add column cycle varchar(255) default '' not null;
alter table delegated_acts add column unit varchar(255) default '' not null;
create index delegated_acts_affair on delegated_acts (cycle, unit);

update delegated_acts set cycle = substring(business_key from 1 for position('/' in (business_key || '/')) - 1)
where business_key not like 'khen-thuong/%';
update delegated_acts set unit = substring(business_key from position('/' in business_key) + 1)
where business_key like '%/%'
      and exists (select 1 from units u where u.code = substring(business_key from position('/' in business_key) + 1));
update delegated_acts set cycle = coalesce((select n.cycle from nominations n where 'khen-thuong/' || n.id = delegated_acts.business_key), ''),
               unit = coalesce((select n.unit from nominations n where 'khen-thuong/' || n.id = delegated_acts.business_key), '')
where business_key like 'khen-thuong/%';
update delegated_acts set unit = coalesce((select i.inspecting from inspections i
                                where i.cycle = delegated_acts.cycle and i.unit = delegated_acts.unit), unit)
where step in ('cross-inspection.inspect', 'cross-inspection.answer');
