-- What a person says of themselves; null for a collective, for a household and where nobody asked.
alter table nominations add column gender varchar(10);

-- Number and day of the papers that the unit hands in.
alter table nomination_confirmations add column papers text;

-- What the standing office ticked before it took a nomination up; null where it did not take it up, or was not asked yet.
alter table nomination_consolidations add column dossier_complete boolean;
alter table nomination_consolidations add column right_subject boolean;
alter table nomination_consolidations add column right_authority boolean;
alter table nomination_consolidations add column no_duplicate boolean;

alter table nomination_appraisals add column wrong_subject boolean default false not null;
alter table nomination_appraisals add column wrong_authority boolean default false not null;
alter table nomination_appraisals add column police_tax_opinion varchar(20) default 'NOT_NEEDED' not null;
alter table nomination_appraisals add column consultation varchar(20) default 'NOT_NEEDED' not null;

-- How a member answered, in the room or in writing; never what. Until now nobody met.
alter table nomination_voters add column way varchar(10);
update nomination_voters set way = 'WRITING' where voted = true;

alter table nomination_vote_results add column present integer default 0 not null;
alter table nomination_vote_results add column in_writing integer default 0 not null;
alter table nomination_vote_results add column abstained integer default 0 not null;
update nomination_vote_results set
    in_writing = (select count(*) from nomination_voters v
                  where v.nomination = nomination_vote_results.nomination and v.voted = true),
    abstained = (select count(v.abstention_reason) from nomination_voters v
                 where v.nomination = nomination_vote_results.nomination);

-- The money as it was calculated on the day of the decision: the tables may change afterwards.
alter table award_decisions add column decision_text text;
alter table award_decisions add column prize_multiple numeric(8, 2);
alter table award_decisions add column prize_base bigint;
alter table award_decisions add column prize_money bigint;

alter table award_publications add column handover varchar(20);
alter table award_publications add column reached integer;
