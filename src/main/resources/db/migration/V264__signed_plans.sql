-- The signed plan of a cycle, and what comes with an opinion on its draft.
alter table evidence drop constraint evidence_kind;
alter table evidence add constraint evidence_kind
    check (kind in ('SELF_ASSESSMENT', 'VISIT', 'FINDING', 'CORRECTION', 'EXPLANATION', 'APPEAL', 'SELF_REPORT', 'MINUTES',
        'PLAN', 'PLAN_OPINION'));
