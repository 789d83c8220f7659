-- For whom a substitute brought evidence or asked for more time; null where it was for themselves.
alter table evidence add column added_for varchar(64);
alter table extensions add column requested_for varchar(64);
