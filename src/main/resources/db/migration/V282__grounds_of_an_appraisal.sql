-- What points and a lower grade of a unit rest on. There the topic is the unit, whose code may be longer than a criterion's.
alter table evidence alter column topic set data type varchar(100);
alter table evidence drop constraint evidence_kind;
alter table evidence add constraint evidence_kind
    check (kind in ('SELF_ASSESSMENT', 'VISIT', 'FINDING', 'CORRECTION', 'EXPLANATION', 'APPEAL', 'SELF_REPORT', 'MINUTES',
        'PLAN', 'PLAN_OPINION', 'REPORT_OPINION', 'CONFERENCE_MINUTES', 'CONFERENCE_BRIEF', 'CONFERENCE_PHOTO',
        'RESULTS_DECISION', 'APPRAISAL', 'NOMINATION_REQUEST', 'NOMINATION_REPORT', 'NOMINATION_MINUTES',
        'NOMINATION_PHOTO', 'AWARD_DECISION', 'AWARD_PHOTO'));
