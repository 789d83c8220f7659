-- What comes with an opinion on the report, the papers of the conference, and the signed decision on the results.
alter table evidence drop constraint evidence_kind;
alter table evidence add constraint evidence_kind
    check (kind in ('SELF_ASSESSMENT', 'VISIT', 'FINDING', 'CORRECTION', 'EXPLANATION', 'APPEAL', 'SELF_REPORT', 'MINUTES',
        'PLAN', 'PLAN_OPINION', 'REPORT_OPINION', 'CONFERENCE_MINUTES', 'CONFERENCE_BRIEF', 'CONFERENCE_PHOTO',
        'RESULTS_DECISION'));
