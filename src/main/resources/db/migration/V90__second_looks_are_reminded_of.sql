-- Looking again at what was corrected belongs to the correction, of which people are reminded three working days ahead.
insert into reminder_rules (step, working_days_left) values ('correction.look-again', 3);
