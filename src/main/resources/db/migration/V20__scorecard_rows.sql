-- One row per criterion of a unit in a cycle. Self, cross, final and appealed score are columns of one row; each is
-- written by its own stage and none ever overwrites another.
create table scorecard_rows (
    cycle              varchar(20)  not null references cycles,
    unit               varchar(100) not null,
    criterion          varchar(20)  not null,
    position           integer      not null,
    self_not_applicable boolean,
    self_na_reason     text,
    self_score         numeric(6, 2),
    self_note          text,
    evidence_number    text,
    evidence_issued_on date,
    evidence_page      text,
    cross_not_applicable boolean,
    cross_na_reason    text,
    cross_score        numeric(6, 2),
    cross_note         text,
    agreed             boolean,
    explanation        text,
    proposed_score     numeric(6, 2),
    answer             varchar(20),
    answer_reason      text,
    final_not_applicable boolean,
    final_score        numeric(6, 2),
    appealed_score     numeric(6, 2),
    appeal_reason      text,
    primary key (cycle, unit, criterion)
);
