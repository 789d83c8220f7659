-- What the visit is about and how people get there.
alter table inspections add column scope text;
alter table inspections add column transport text;
-- Who signed the minutes for each side, and when; the unit's are empty where it refused.
alter table inspections add column team_signer text;
alter table inspections add column team_signed_on date;
alter table inspections add column unit_signer text;
alter table inspections add column unit_signed_on date;
-- Who let the inspectors leave out more points than pass by themselves; empty where nobody had to.
alter table inspections add column na_approved_by varchar(64);
-- The head of the unit answers for the explanation; the reason is that of the newest return.
alter table inspections add column explanation_approved_at timestamp with time zone;
alter table inspections add column explanation_approved_by varchar(64);
alter table inspections add column explanation_return_reason text;
