-- By which the standing office puts a nomination before the City.
alter table evidence drop constraint evidence_kind;
alter table evidence add constraint evidence_kind
    check (kind in ('SELF_ASSESSMENT', 'VISIT', 'FINDING', 'CORRECTION', 'EXPLANATION', 'APPEAL', 'SELF_REPORT', 'MINUTES',
        'PLAN', 'PLAN_OPINION', 'REPORT_OPINION', 'CONFERENCE_MINUTES', 'CONFERENCE_BRIEF', 'CONFERENCE_PHOTO',
        'RESULTS_DECISION', 'APPRAISAL', 'NOMINATION_REQUEST', 'NOMINATION_REPORT', 'NOMINATION_MINUTES',
        'NOMINATION_PHOTO', 'AWARD_REQUEST', 'AWARD_DECISION', 'AWARD_PHOTO'));
