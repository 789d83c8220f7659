-- The address from which somebody asked for it; empty where the system acted by itself, and in all rows of before. Where it
-- is not empty, the mac covers it as well.
alter table audit_events add column address varchar(45) default '' not null;
