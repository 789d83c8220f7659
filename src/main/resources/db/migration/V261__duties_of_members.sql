-- What one of the team is charged with beside what the whole team is; empty where nothing was said.
alter table team_members add column duty text default '' not null;
