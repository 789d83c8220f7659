-- Files are brought beside steps that no unit takes: a cycle's as a whole, and a nomination's, which may be in no cycle.
alter table evidence alter column cycle drop not null;
alter table evidence alter column unit drop not null;
alter table evidence add column nomination varchar(40) references nominations;
alter table evidence add constraint evidence_dossier
    check (nomination is null and cycle is not null or nomination is not null and unit is not null);
create index evidence_by_nomination on evidence (nomination);
