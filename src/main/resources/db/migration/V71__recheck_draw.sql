-- Which corrections are checked again on the spot: drawn anew for each report, and the seed lets anybody draw it again.
alter table correction_reports add column recheck_seed bigint;
alter table correction_reports add column recheck_drawn boolean;
