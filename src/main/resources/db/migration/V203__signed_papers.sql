-- The report of a self-assessment and the minutes of a visit are signed outside, and may be brought as files.
alter table evidence drop constraint evidence_kind;
alter table evidence add constraint evidence_kind
    check (kind in ('SELF_ASSESSMENT', 'VISIT', 'FINDING', 'CORRECTION', 'EXPLANATION', 'APPEAL', 'SELF_REPORT', 'MINUTES'));
