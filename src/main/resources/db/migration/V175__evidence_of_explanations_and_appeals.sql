-- A unit may bring files with its explanation, and with its appeal.
alter table evidence drop constraint evidence_kind;
alter table evidence add constraint evidence_kind
    check (kind in ('SELF_ASSESSMENT', 'VISIT', 'FINDING', 'CORRECTION', 'EXPLANATION', 'APPEAL'));
